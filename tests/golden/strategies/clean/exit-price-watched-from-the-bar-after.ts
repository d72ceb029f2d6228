// expect: passed
// proof: bars=400
// proof: bars=300 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0235",
  timeframe: "15m",
  direction: "short",
  warmup: 15,
  exits: { stop: { kind: "swing", lookback: 20 } },
  signals(c) {
    const signal = ta.crossBelow(c.close, ta.ema(c.close, 15));
    const exit = new Uint8Array(c.length);
    for (let i = 15; i < c.length; i++) {
      if (!signal[i]) continue;
      const entry = c.open[i + 1];
      for (let j = i + 1; j < Math.min(i + 40, c.length); j++) {
        if (c.close[j] > entry * 1.01 || c.close[j] < entry * 0.98) {
          exit[j] = 1;
          break;
        }
      }
    }
    return { enterShort: signal, exitShort: exit };
  },
});
