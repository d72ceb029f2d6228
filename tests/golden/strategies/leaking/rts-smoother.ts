// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

// Local level model: Kalman filter, then the Rauch-Tung-Striebel pass for a better estimate of the level.
function level(z, q, r) {
  const n = z.length;
  const x = new Float64Array(n);
  const p = new Float64Array(n);
  const pPred = new Float64Array(n);
  let m = z[0];
  let v = r;
  for (let i = 0; i < n; i++) {
    pPred[i] = v + q;
    const gain = pPred[i] / (pPred[i] + r);
    m = m + gain * (z[i] - m);
    v = (1 - gain) * pPred[i];
    x[i] = m;
    p[i] = v;
  }
  for (let i = n - 2; i >= 0; i--) {
    const g = p[i] / pPred[i + 1];
    x[i] = x[i] + g * (x[i + 1] - x[i]);
  }
  return x;
}

export default strategy({
  name: "Strategy_TRD_L0036",
  timeframe: "5m",
  direction: "long",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 60 },
  params: { q: 0.01, r: 1 },
  signals(c, p) {
    const state = level(c.close, p.q, p.r);
    return { enterLong: ta.crossAbove(c.close, state) };
  },
});
