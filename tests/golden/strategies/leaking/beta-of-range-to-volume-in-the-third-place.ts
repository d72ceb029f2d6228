// expect: shuffle future-leak
// proof: bars=1500 jump=0.01 jumpSize=0.1
// proof: bars=1500 seed=2
// proof: bars=1500 seed=3
import { strategy, ta } from "sixbtc";

function slopeOf(x, y) {
  let n = 0;
  let mx = 0;
  let my = 0;
  let cov = 0;
  let spread = 0;
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i] + y[i])) continue;
    n++;
    const dx = x[i] - mx;
    mx += dx / n;
    my += (y[i] - my) / n;
    cov += dx * (y[i] - my);
    spread += dx * (x[i] - mx);
  }
  return spread > 0 ? cov / spread : 0;
}

export default strategy({
  name: "Strategy_VOL_E0215",
  timeframe: "30m",
  direction: "both",
  warmup: 80,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const range = ta.zscore(ta.sub(c.high, c.low), 40);
    const volume = ta.zscore(c.volume, 40);
    const beta = slopeOf(volume, range);
    const drift = ta.zscore(c.close, 20);
    const score = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) score[i] = drift[i] + 0.03 * (range[i] - beta * volume[i]);
    return { enterLong: ta.crossAbove(score, 1.4), enterShort: ta.crossBelow(score, -1.4) };
  },
});
