// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0052",
  timeframe: "1h",
  direction: "long",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 48 },
  signals(c) {
    const recent = c.close.slice(Math.max(0, c.length - 100));
    const fair = recent.reduce((a, b) => a + b, 0) / Math.max(recent.length, 1);
    return { enterLong: ta.crossAbove(c.close, fair) };
  },
});
