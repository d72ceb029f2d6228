// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0215",
  timeframe: "5m",
  direction: "long",
  warmup: 100,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 12 },
  signals(c) {
    // prefix sums make windows cheap
    const sum = new Float64Array(c.length + 1);
    for (let i = 0; i < c.length; i++) sum[i + 1] = sum[i] + c.volume[i];
    const window = (from, to) => sum[Math.min(to, c.length)] - sum[Math.max(from, 0)];
    const enterLong = new Uint8Array(c.length);
    for (let i = 100; i < c.length; i++) {
      if (window(i + 1, i + 13) > 1.3 * window(i - 11, i + 1) && c.close[i] > c.open[i]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
