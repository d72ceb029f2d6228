// expect: shuffle future-leak
// proof: bars=300
// proof: bars=300 seed=2
// proof: bars=300 seed=3
// proof: bars=300 seed=4
import { strategy, ta } from "sixbtc";

const SEGMENT = 120;
const CHOICES = [
  { fast: 5, slow: 15 },
  { fast: 8, slow: 24 },
  { fast: 12, slow: 40 },
];

function profit(c, fast, slow, from, to) {
  let sum = 0;
  for (let i = Math.max(1, from); i < to; i++) {
    if (Number.isNaN(slow[i - 1])) continue;
    const side = fast[i - 1] > slow[i - 1] ? 1 : -1;
    sum += side * (c.close[i] / c.close[i - 1] - 1);
  }
  return sum;
}

function argmax(list) {
  let best = 0;
  for (let k = 1; k < list.length; k++) if (list[k] > list[best]) best = k;
  return best;
}

export default strategy({
  name: "Strategy_TRD_E0029",
  timeframe: "1h",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const lines = CHOICES.map(({ fast, slow }) => ({ fast: ta.ema(c.close, fast), slow: ta.ema(c.close, slow) }));
    const segments = Math.ceil(c.length / SEGMENT);
    const chosen = [];
    for (let s = 0; s < segments; s++) {
      const trainOn = Math.max(0, s - 1);
      const from = trainOn * SEGMENT;
      const to = Math.min(c.length, from + SEGMENT);
      chosen.push(trainOn < 0 ? 1 : argmax(lines.map(({ fast, slow }) => profit(c, fast, slow, from, to))));
    }
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      const { fast, slow } = lines[chosen[Math.floor(i / SEGMENT)]];
      if (fast[i] > slow[i] && fast[i - 1] <= slow[i - 1]) enterLong[i] = 1;
      if (fast[i] < slow[i] && fast[i - 1] >= slow[i - 1]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
