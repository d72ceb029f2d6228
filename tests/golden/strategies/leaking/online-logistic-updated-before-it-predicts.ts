// expect: lookahead ahead-read
// proof: bars=700
import { strategy, ta } from "sixbtc";

const RATE = 0.05;
const sigmoid = (x) => 1 / (1 + Math.exp(-x));

function dot(weights, row) {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += weights[k] * row[k];
  return sum;
}

function learn(weights, row, label) {
  const error = label - sigmoid(dot(weights, row));
  for (let k = 0; k < weights.length; k++) weights[k] += RATE * error * row[k];
}

export default strategy({
  name: "Strategy_MOM_E0045",
  timeframe: "15m",
  direction: "both",
  warmup: 100,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const z = ta.zscore(c.close, 30);
    const rsi = ta.rsi(c.close, 10);
    const pressure = ta.cmf(c, 14);
    const rowAt = (i) => [1, z[i], (rsi[i] - 50) / 20, pressure[i] * 3];
    const usable = (i) => i >= 40 && i < c.length && rowAt(i).every((v) => Number.isFinite(v));
    const weights = [0, 0, 0, 0];
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 41; i < c.length; i++) {
      const sample = i;
      if (usable(sample) && sample + 1 < c.length) {
        learn(weights, rowAt(sample), c.close[sample + 1] > c.close[sample] ? 1 : 0);
      }
      if (!usable(i)) continue;
      const chance = sigmoid(dot(weights, rowAt(i)));
      if (chance > 0.62) enterLong[i] = 1;
      if (chance < 0.38) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
