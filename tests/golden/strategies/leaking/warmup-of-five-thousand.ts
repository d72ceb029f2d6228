// expect: shuffle future-leak
// proof: bars=5200
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0401",
  timeframe: "1m",
  direction: "long",
  warmup: 5000,
  exits: { stop: { kind: "percent", value: 0.005 }, maxBars: 60 },
  signals(c) {
    const slow = ta.ema(c.close, 100);
    const settled = c.close.map((v, i) => (v + (c.close[i + 2] ?? v)) / 2);
    return { enterLong: ta.crossAbove(settled, slow) };
  },
});
