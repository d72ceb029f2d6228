// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0090",
  timeframe: "30m",
  direction: "short",
  warmup: 26,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const fast = ta.ema(c.close, 9);
    const slow = ta.ema(c.close, 26);
    const short = new Uint8Array(c.length);
    for (let t = 26; t < c.length; t++) {
      let back = t;
      while (back > 0 && t - back < 300 && !(fast[back - 1] >= slow[back - 1] && fast[back] < slow[back])) back--;
      const age = t - back;
      if (age > 2 && age < 8 && c.close[t] > c.close[t - 1]) short[t] = 1;
    }
    return { enterShort: short };
  },
});
