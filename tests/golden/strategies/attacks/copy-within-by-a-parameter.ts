// expect: execution key
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0007",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const own = { copyWithin: 1 };
    const spoil = ({ copyWithin }, done = [0].map(copyWithin, c.close)) => done;
    spoil(c.close);
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
