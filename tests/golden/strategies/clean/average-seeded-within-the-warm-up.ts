// expect: passed
// proof: bars=400 drift=0.001
// proof: bars=400 seed=2
// proof: bars=400 seed=3
// proof: bars=400 seed=4
import { strategy, ta } from "sixbtc";

const SEED = 200;

function seededAverage(column, length, seed = SEED) {
  const out = new Float64Array(column.length).fill(NaN);
  if (column.length === 0) return out;
  const count = Math.min(seed, column.length);
  let value = column.slice(0, count).reduce((sum, v) => sum + v, 0) / count;
  const alpha = 2 / (length + 1);
  for (let i = 0; i < column.length; i++) {
    value += alpha * (column[i] - value);
    out[i] = value;
  }
  return out;
}

export default strategy({
  name: "Strategy_TRD_E0070",
  timeframe: "1h",
  direction: "both",
  warmup: 200,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const slow = seededAverage(c.close, 100);
    const fast = ta.hma(c.close, 16);
    const width = ta.natr(c, 14);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      if (!(width[i] > 0.2)) continue;
      if (fast[i] > slow[i] && fast[i - 1] <= slow[i - 1]) enterLong[i] = 1;
      if (fast[i] < slow[i] && fast[i - 1] >= slow[i - 1]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
