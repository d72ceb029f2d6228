// expect: shuffle future-leak
// proof: bars=300 seed=4
import { strategy, ta } from "sixbtc";

// Leading NaN are filled with the first value that is known.
function backfill(col) {
  const out = col.slice(0);
  let first = 0;
  while (first < col.length && Number.isNaN(col[first])) first++;
  for (let i = 0; i < first && first < col.length; i++) out[i] = col[first];
  return out;
}

export default strategy({
  name: "Strategy_TRD_L0129",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 50 },
  signals(c) {
    const base = backfill(ta.sma(c.close, 100));
    return { enterLong: ta.crossAbove(c.close, base), enterShort: ta.crossBelow(c.close, base) };
  },
});
