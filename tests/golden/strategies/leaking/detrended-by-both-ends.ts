// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0038",
  timeframe: "2h",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.04 }, maxBars: 36 },
  signals(c) {
    const end = c.length - 1;
    const first = c.close[0];
    const perBar = end > 0 ? (c.close[end] - first) / end : 0;
    const flat = new Float64Array(c.length);
    for (let i = 0; i <= end; i++) flat[i] = c.close[i] - perBar * i;
    return { enterLong: ta.crossBelow(flat, ta.mul(ta.sma(flat, 30), 0.99)) };
  },
});
