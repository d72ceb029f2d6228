// expect: execution key
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0003",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const own = { buffer: 1 };
    const { buffer } = c.close;
    buffer.transfer();
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
