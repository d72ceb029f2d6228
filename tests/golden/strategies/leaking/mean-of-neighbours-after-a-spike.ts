// expect: lookahead ahead-read
// proof: bars=2500 jump=0.01
import { strategy, ta } from "sixbtc";

// Bad prints are taken out before anything else looks at the data.
function despiked(column, limit) {
  const out = column.slice();
  for (let i = 2; i < column.length; i++) {
    const before = out[i - 1];
    const jumpUp = column[i] / before - 1;
    if (Math.abs(jumpUp) > limit) out[i] = (before + (column[i + 1] ?? column[i])) / 2;
  }
  return out;
}

export default strategy({
  name: "Strategy_TRD_E0143",
  timeframe: "15m",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const price = despiked(c.close, 0.03);
    const fast = ta.ema(price, 8);
    const slow = ta.ema(price, 24);
    const { plus, minus } = ta.dmi(c, 14);
    return {
      enterLong: ta.and(ta.crossAbove(fast, slow), ta.gt(plus, minus)),
      enterShort: ta.and(ta.crossBelow(fast, slow), ta.gt(minus, plus)),
    };
  },
});
