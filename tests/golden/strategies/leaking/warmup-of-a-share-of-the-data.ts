// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0323",
  timeframe: "2h",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.04 }, maxBars: 40 },
  signals(c) {
    const skip = Math.ceil(c.length * 0.1);
    const enterLong = ta.crossAbove(c.close, ta.ema(c.close, 10));
    for (let i = 0; i < skip; i++) enterLong[i] = 0;
    return { enterLong };
  },
});
