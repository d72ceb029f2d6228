// expect: shuffle future-leak
// proof: bars=2001
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0321",
  timeframe: "15m",
  direction: "short",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 40 },
  signals(c) {
    const full = c.length > 0 && c.length % 1000 === 0;
    const n = full ? 25 : 20;
    return { enterShort: ta.crossBelow(c.close, ta.ema(c.close, n)) };
  },
});
