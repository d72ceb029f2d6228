// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000010",
  timeframe: "15m",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const middle = new Float64Array(c.length);
    for (let i = 3; i < c.length - 3; i++) {
      let sum = 0;
      for (let k = -3; k <= 3; k++) sum += c.close[i + k];
      middle[i] = sum / 7;
    }
    return { enterLong: ta.crossAbove(c.close, middle) };
  },
});
