// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0043",
  timeframe: "1h",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 24 },
  signals(c) {
    const columns = [ta.pctChange(c.close, 1), ta.pctChange(c.close, 5), ta.pctChange(c.close, 20)];
    // Power iteration on the covariance of the three.
    let w = [1, 1, 1];
    for (let round = 0; round < 8; round++) {
      const next = [0, 0, 0];
      for (let i = 40; i < c.length; i++) {
        const score = columns.reduce((sum, col, k) => sum + col[i] * w[k], 0);
        for (let k = 0; k < 3; k++) next[k] += score * columns[k][i];
      }
      const norm = Math.hypot(...next) || 1;
      w = next.map((v) => v / norm);
    }
    const pc = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) pc[i] = columns[0][i] * w[0] + columns[1][i] * w[1] + columns[2][i] * w[2];
    return { enterLong: ta.crossAbove(pc, 0), enterShort: ta.crossBelow(pc, 0) };
  },
});
