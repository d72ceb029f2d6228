// expect: shuffle future-leak
// proof: bars=3000
import { strategy, ta } from "sixbtc";

function skewOf(column) {
  const known = column.filter((v) => Number.isFinite(v));
  const n = known.length;
  if (n < 10) return 0;
  const mean = known.reduce((a, v) => a + v, 0) / n;
  const m2 = known.reduce((a, v) => a + (v - mean) ** 2, 0) / n;
  const m3 = known.reduce((a, v) => a + (v - mean) ** 3, 0) / n;
  return m2 > 0 ? m3 / m2 ** 1.5 : 0;
}

export default strategy({
  name: "Strategy_REV_E0203",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const skew = skewOf(ta.pctChange(c.close, 1));
    const tilt = Math.max(-0.02, Math.min(0.02, 0.02 * skew));
    const z = ta.zscore(c.close, 30);
    const rsi = ta.rsi(c.close, 14);
    return {
      enterLong: ta.and(ta.crossBelow(z, -1.9 + tilt), ta.lt(rsi, 42)),
      enterShort: ta.and(ta.crossAbove(z, 1.9 + tilt), ta.gt(rsi, 58)),
    };
  },
});
