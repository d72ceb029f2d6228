// expect: shuffle future-leak
// proof: bars=600
import { strategy, ta } from "sixbtc";

const EPOCHS = 4;
const RATE = 0.02;

function train(rows, labels) {
  const weights = [0, 0, 0];
  for (let e = 0; e < EPOCHS; e++) {
    for (let r = 0; r < rows.length; r++) {
      const margin = labels[r] * (weights[0] * rows[r][0] + weights[1] * rows[r][1] + weights[2]);
      if (margin >= 1) continue;
      for (let k = 0; k < 2; k++) weights[k] += RATE * (labels[r] * rows[r][k] - 0.01 * weights[k]);
      weights[2] += RATE * labels[r];
    }
  }
  return weights;
}

export default strategy({
  name: "Strategy_MOM_E0151",
  timeframe: "15m",
  direction: "both",
  warmup: 120,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const a = ta.zscore(c.close, 20);
    const b = ta.zscore(c.volume, 20);
    const rows = [];
    const labels = [];
    for (let i = 20; i + 5 < c.length; i++) {
      rows.push([a[i], b[i]]);
      labels.push(c.close[i + 5] > c.close[i] ? 1 : -1);
    }
    const w = train(rows.slice(0, 400), labels.slice(0, 400));
    const margin = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) margin[i] = w[0] * a[i] + w[1] * b[i] + w[2];
    return { enterLong: ta.crossAbove(margin, 0.15), enterShort: ta.crossBelow(margin, -0.15) };
  },
});
