// expect: lookahead ahead-read
// proof: bars=900
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0229",
  timeframe: "15m",
  direction: "long",
  warmup: 100,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 50 },
  signals(c) {
    // Walk forward in folds of 200: each fold has the multiplier that suits it.
    const FOLD = 200;
    const atr = ta.atr(c, 14);
    const base = ta.sma(c.close, 20);
    const enterLong = new Uint8Array(c.length);
    for (let from = 0; from < c.length; from += FOLD) {
      const to = Math.min(from + FOLD, c.length);
      let bestGain = -Infinity;
      let bestK = 1;
      for (const k of [0.5, 1, 1.5, 2]) {
        let gain = 0;
        for (let i = from; i + 5 < to; i++) if (c.close[i] < base[i] - k * atr[i]) gain += c.close[i + 5] / c.close[i] - 1;
        if (gain > bestGain) { bestGain = gain; bestK = k; }
      }
      for (let i = from; i < to; i++) enterLong[i] = c.close[i] < base[i] - bestK * atr[i] ? 1 : 0;
    }
    return { enterLong };
  },
});
