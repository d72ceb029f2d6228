// expect: shuffle future-leak
// proof: bars=1500
import { strategy, ta } from "sixbtc";

const LOOK = 30;

function equalHigh(c, i, tolerance) {
  for (let a = i - LOOK; a < i - 4; a++) {
    for (let b = a + 3; b < i - 1; b++) {
      const gap = Math.abs(c.high[a] / c.high[b] - 1);
      if (gap > tolerance) continue;
      const level = Math.max(c.high[a], c.high[b]);
      if (c.high[i] > level && c.close[i] < level) return level;
    }
  }
  return NaN;
}

export default strategy({
  name: "Strategy_REV_E0085",
  timeframe: "15m",
  direction: "short",
  warmup: 40,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const enterShort = new Uint8Array(c.length);
    const atr = ta.atr(c, 14);
    for (let i = LOOK; i < c.length; i++) {
      const level = equalHigh(c, i, 0.0006);
      if (Number.isNaN(level)) continue;
      // Displacement: within two bars a body larger than the mean range, downwards.
      for (let k = 1; k <= 2 && i + k < c.length; k++) {
        const body = c.open[i + k] - c.close[i + k];
        if (body > 0.6 * atr[i + k] && c.close[i + k] < level) {
          enterShort[i] = 1;
          break;
        }
      }
    }
    return { enterShort };
  },
});
