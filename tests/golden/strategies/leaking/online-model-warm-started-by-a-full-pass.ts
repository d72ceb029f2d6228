// expect: shuffle future-leak
// proof: bars=900
import { strategy, ta } from "sixbtc";

const RATE = 0.03;

function step(w, x, y) {
  const error = y - (w[0] * x[0] + w[1] * x[1]);
  w[0] += RATE * error * x[0];
  w[1] += RATE * error * x[1];
}

function pass(w, xs, ys, from, to) {
  for (let i = from; i < to; i++) if (Number.isFinite(xs[i - 1][0] + xs[i - 1][1] + ys[i])) step(w, xs[i - 1], ys[i]);
}

export default strategy({
  name: "Strategy_MOM_E0181",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const a = ta.zscore(c.close, 20);
    const b = ta.zscore(c.volume, 20);
    const y = ta.mul(ta.pctChange(c.close, 1), 100);
    const xs = [];
    for (let i = 0; i < c.length; i++) xs.push([a[i], b[i]]);
    const w = [0, 0];
    // A first pass so that the weights need not start from nothing; it is forgotten soon.
    pass(w, xs, y, 1, c.length);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 21; i < c.length; i++) {
      pass(w, xs, y, i, i + 1);
      const guess = w[0] * a[i] + w[1] * b[i];
      if (guess > 0.5) enterLong[i] = 1;
      if (guess < -0.5) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
