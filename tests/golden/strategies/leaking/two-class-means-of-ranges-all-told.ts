// expect: shuffle future-leak
// proof: bars=900
import { strategy, ta } from "sixbtc";

function twoMeans(column) {
  let low = Infinity;
  let high = -Infinity;
  const known = column.filter((v) => Number.isFinite(v));
  for (const v of known) {
    low = Math.min(low, v);
    high = Math.max(high, v);
  }
  for (let round = 0; round < 8; round++) {
    const cut = (low + high) / 2;
    const below = known.filter((v) => v <= cut);
    const above = known.filter((v) => v > cut);
    if (below.length === 0 || above.length === 0) break;
    low = below.reduce((a, v) => a + v, 0) / below.length;
    high = above.reduce((a, v) => a + v, 0) / above.length;
  }
  return (low + high) / 2;
}

export default strategy({
  name: "Strategy_VOL_E0187",
  timeframe: "15m",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const natr = ta.natr(c, 14);
    const cut = twoMeans(natr);
    const calm = ta.lt(natr, cut);
    const signal = ta.crossAbove(ta.rsi(c.close, 7), 60);
    return { enterLong: ta.and(signal, calm) };
  },
});
