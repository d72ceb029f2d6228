// expect: shuffle future-leak
// proof: bars=700
import { strategy, ta } from "sixbtc";

// Percentile by counting, kept up bar by bar in a histogram.
const CELLS = 200;

function histogramOf(column, scale) {
  const cells = new Float64Array(CELLS);
  for (const v of column) {
    if (Number.isNaN(v)) continue;
    cells[Math.max(0, Math.min(CELLS - 1, Math.floor((v / scale) * CELLS)))]++;
  }
  return cells;
}

function percentile(cells, share, scale) {
  const all = cells.reduce((sum, n) => sum + n, 0);
  let sum = 0;
  for (let k = 0; k < CELLS; k++) {
    sum += cells[k];
    if (sum >= share * all) return ((k + 1) / CELLS) * scale;
  }
  return scale;
}

export default strategy({
  name: "Strategy_VOL_E0127",
  timeframe: "15m",
  direction: "long",
  warmup: 50,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const relative = ta.div(c.volume, ta.sma(c.volume, 30));
    const cells = histogramOf(relative, 8);
    const limit = percentile(cells, 0.93, 8);
    const up = ta.gt(c.close, c.open);
    const nearHigh = ta.gt(c.close, ta.shift(ta.donchian(c, 5).middle, 1));
    return { enterLong: ta.and(ta.gt(relative, limit), up, nearHigh) };
  },
});
