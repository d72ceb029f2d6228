// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0242",
  timeframe: "1h",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 12 },
  signals(c) {
    const n = c.length;
    const rotated = new Float64Array(n);
    for (let i = 0; i < n; i++) rotated[(i + n - 1) % n] = c.close[i];
    return { enterLong: ta.gt(ta.div(rotated, c.close), 1.004) };
  },
});
