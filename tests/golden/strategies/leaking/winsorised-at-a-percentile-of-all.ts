// expect: shuffle future-leak
// proof: bars=900
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0147",
  timeframe: "15m",
  direction: "long",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  signals(c) {
    // histogram of log volume, 64 bins; cap at the 99th percentile
    const counts = new Float64Array(64);
    const slot = (v) => Math.min(63, Math.max(0, Math.floor(Math.log2(v + 1) * 4)));
    for (const v of c.volume) counts[slot(v)]++;
    let cap = 0;
    for (let b = 0, seen = 0; b < 64 && seen < 0.99 * c.length; b++) { seen += counts[b]; cap = 2 ** ((b + 1) / 4); }
    const volume = c.volume.map((v) => Math.min(v, cap));
    return { enterLong: ta.and(ta.gte(volume, cap), ta.gt(c.close, c.open)) };
  },
});
