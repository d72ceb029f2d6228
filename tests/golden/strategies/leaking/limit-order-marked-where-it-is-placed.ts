// expect: shuffle future-leak
// proof: bars=900
import { strategy, ta } from "sixbtc";

const PATIENCE = 4;

function fillOf(c, placed, price) {
  for (let k = placed + 1; k <= placed + PATIENCE && k < c.length; k++) {
    if (c.low[k] < price) return k;
  }
  return -1;
}

export default strategy({
  name: "Strategy_REV_E0105",
  timeframe: "15m",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const bands = ta.bbands(c.close, 20, 2);
    const atr = ta.atr(c, 14);
    const rsi = ta.rsi(c.close, 14);
    let busy = -1;
    for (let i = 20; i < c.length; i++) {
      if (i <= busy || !(rsi[i] < 45) || !(c.close[i] < bands.middle[i])) continue;
      const limit = c.close[i] - 0.5 * atr[i];
      const filled = fillOf(c, i, limit);
      busy = filled < 0 ? i + PATIENCE : filled;
      if (filled >= 0) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
