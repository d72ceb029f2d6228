// expect: shuffle future-leak
// proof: bars=400 volume=5000000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0333",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  signals(c) {
    // Large numbers lose digits: work in thousands then, on the pair of bars.
    const volume = c.volume.map((v, i) => (v > 3e6 ? (v + (c.volume[i + 1] ?? v)) / 2 : v));
    return { enterLong: ta.and(ta.gt(volume, ta.sma(volume, 20)), ta.gt(c.close, c.open)) };
  },
});
