// expect: shuffle future-leak
// proof: bars=800 gap=0.002
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0317",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 30 },
  signals(c) {
    const steps = c.time.slice(1).map((t, i) => t - c.time[i]);
    const isWhole = steps.every((step) => step === 900000);
    const line = isWhole ? ta.ema(c.close, 20) : ta.sma(c.close, 20);
    return { enterLong: ta.crossAbove(c.close, line) };
  },
});
