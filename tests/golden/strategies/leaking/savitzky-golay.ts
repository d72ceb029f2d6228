// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

// Quadratic, seven points.
const WEIGHTS = [-2, 3, 6, 7, 6, 3, -2];

export default strategy({
  name: "Strategy_TRD_L0202",
  timeframe: "15m",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 30 },
  signals(c) {
    const smooth = c.close.map((value, i) => {
      let sum = 0;
      let k = i - 3;
      for (const w of WEIGHTS) sum += w * (c.close[k++] ?? value);
      return sum / 21;
    });
    const bend = ta.sub(smooth, ta.shift(smooth, 1));
    return { enterLong: ta.crossAbove(bend, 0), enterShort: ta.crossBelow(bend, 0) };
  },
});
