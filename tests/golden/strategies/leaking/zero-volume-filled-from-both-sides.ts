// expect: shuffle future-leak
// proof: bars=1500 idle=0.04
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0422",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 24 },
  signals(c) {
    const volume = c.volume.map((v, i, ) => (v === 0 ? ((c.volume[i - 1] ?? 0) + (c.volume[i + 1] ?? 0)) / 2 : v));
    const strong = ta.gt(volume, ta.mul(ta.sma(volume, 30), 1.2));
    return { enterLong: ta.and(strong, ta.gte(c.close, c.open)) };
  },
});
