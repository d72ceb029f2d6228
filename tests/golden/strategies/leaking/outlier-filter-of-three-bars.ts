// expect: lookahead ahead-read
import { strategy, ta } from "sixbtc";

const median3 = (a, b, d) => Math.max(Math.min(a, b), Math.min(Math.max(a, b), d));

export default strategy({
  name: "Strategy_VOL_L0201",
  timeframe: "5m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 24 },
  signals(c) {
    const clean = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) clean[i] = median3(c.close[i - 1] ?? c.close[i], c.close[i], c.close[i + 1] ?? c.close[i]);
    return { enterLong: ta.crossAbove(clean, ta.ema(clean, 30)) };
  },
});
