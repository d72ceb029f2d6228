// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

function zlema(col, n) {
  const lag = (n - 1) >> 1;
  // twice the price minus the lagged one
  const fed = col.map((v, i) => 2 * v - (col[i - -lag] ?? v));
  return ta.ema(fed, n);
}

export default strategy({
  name: "Strategy_TRD_L0208",
  timeframe: "15m",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 40 },
  signals(c) {
    const fast = zlema(c.close, 9);
    const slow = ta.ema(c.close, 21);
    return { enterLong: ta.crossBelow(fast, slow), enterShort: ta.crossAbove(fast, slow) };
  },
});
