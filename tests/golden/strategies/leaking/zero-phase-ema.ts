// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

/** Exponential smoothing without lag: once forward, once back. */
function zeroPhase(col, n) {
  const a = 2 / (n + 1);
  const out = new Float64Array(col.length);
  let y = col[0];
  for (let i = 0; i < col.length; i++) { y += a * (col[i] - y); out[i] = y; }
  for (let i = col.length - 1; i >= 0; i--) { y += a * (out[i] - y); out[i] = y; }
  return out;
}

export default strategy({
  name: "Strategy_TRD_L0010",
  timeframe: "1h",
  direction: "both",
  warmup: 100,
  exits: { stop: { kind: "atr", length: 14, multiple: 3 }, maxBars: 72 },
  signals(c) {
    const fast = zeroPhase(c.close, 8);
    const slow = zeroPhase(c.close, 30);
    return { enterLong: ta.crossAbove(fast, slow), enterShort: ta.crossBelow(fast, slow) };
  },
});
