// expect: lookahead whole-series
// proof: bars=800
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0405",
  timeframe: "1h",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 48 },
  signals(c) {
    const days = ((c.time[c.time.length - 1] ?? 0) - (c.time[0] ?? 0)) / 86400000;
    const n = Math.min(30, Math.max(10, Math.floor(days)));
    const line = ta.ema(c.close, n);
    return { enterLong: ta.crossAbove(c.close, line), enterShort: ta.crossBelow(c.close, line) };
  },
});
