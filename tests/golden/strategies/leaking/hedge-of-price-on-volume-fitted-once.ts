// expect: shuffle future-leak
// proof: bars=900
import { strategy, ta } from "sixbtc";

function fit(x, y) {
  let n = 0;
  let sx = 0;
  let sy = 0;
  let sxy = 0;
  let sxx = 0;
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i])) continue;
    n++;
    sx += x[i];
    sy += y[i];
    sxy += x[i] * y[i];
    sxx += x[i] * x[i];
  }
  return (n * sxy - sx * sy) / (n * sxx - sx * sx);
}

export default strategy({
  name: "Strategy_REV_E0185",
  timeframe: "1h",
  direction: "both",
  warmup: 80,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const price = ta.zscore(c.close, 40);
    const flow = ta.zscore(ta.obv(c), 40);
    const beta = fit(flow, price);
    const residual = ta.sub(price, ta.mul(flow, 0.1 * beta));
    return {
      enterLong: ta.crossBelow(residual, -1.6),
      enterShort: ta.crossAbove(residual, 1.6),
    };
  },
});
