// expect: lookahead whole-series
// proof: bars=400 gap=0.1
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0144",
  timeframe: "1h",
  direction: "long",
  warmup: 48,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 48 },
  signals(c) {
    const span = c.time[c.length - 1] - c.time[0];
    const perBar = span / Math.max(c.length - 1, 1);
    // bars in half a day, found from the data itself
    const half = Math.max(2, Math.round((12 * 3600000) / perBar)) || 2;
    return { enterLong: ta.crossAbove(c.close, ta.sma(c.close, half)) };
  },
});
