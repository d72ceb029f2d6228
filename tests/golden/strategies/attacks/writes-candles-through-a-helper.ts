// expect: syntax shared-write
import { strategy, ta } from "sixbtc";

const spoil = (x) => {
  x[0] = 1;
};

export default strategy({
  name: "Strategy_VOL_A0094",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    spoil(c.close);
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
