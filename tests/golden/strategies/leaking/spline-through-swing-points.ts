// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0207",
  timeframe: "30m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "swing", lookback: 10 }, maxBars: 40 },
  signals(c) {
    // Catmull-Rom curve through every tenth close
    const STEP = 10;
    const knot = (k) => c.close[Math.min(Math.max(k * STEP, 0), c.length - 1)];
    const curve = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const k = Math.floor(i / STEP);
      const t = (i % STEP) / STEP;
      const [a, b, d, e] = [knot(k - 1), knot(k), knot(k + 1), knot(k + 2)];
      curve[i] = 0.5 * (2 * b + (d - a) * t + (2 * a - 5 * b + 4 * d - e) * t * t + (3 * b - a - 3 * d + e) * t ** 3);
    }
    return { enterLong: ta.crossAbove(curve, c.close), enterShort: ta.crossBelow(curve, c.close) };
  },
});
