// expect: shuffle future-leak
// proof: bars=1500
import { strategy, ta } from "sixbtc";

const STRENGTH = 12;
const BUCKETS = 5;

const bucketOf = (z) => Math.max(0, Math.min(BUCKETS - 1, Math.floor((z + 2.5) / 1)));

export default strategy({
  name: "Strategy_REV_E0179",
  timeframe: "1h",
  direction: "both",
  warmup: 100,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const z = ta.zscore(c.close, 24);
    const changes = ta.pctChange(c.close, 1);
    let prior = 0;
    let n = 0;
    for (const v of changes) {
      if (!Number.isFinite(v)) continue;
      prior += v;
      n++;
    }
    prior = n > 0 ? prior / n : 0;
    const sums = new Float64Array(BUCKETS);
    const counts = new Float64Array(BUCKETS);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 25; i < c.length; i++) {
      if (!Number.isFinite(z[i]) || !Number.isFinite(z[i - 1])) continue;
      const was = bucketOf(z[i - 1]);
      sums[was] += changes[i];
      counts[was]++;
      const b = bucketOf(z[i]);
      const mean = (sums[b] + STRENGTH * prior) / (counts[b] + STRENGTH);
      if (mean > 0.0012) enterLong[i] = 1;
      if (mean < -0.0012) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
