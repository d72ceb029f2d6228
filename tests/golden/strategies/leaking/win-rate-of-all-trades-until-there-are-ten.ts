// expect: lookahead ahead-read
// proof: bars=400
// proof: bars=400 seed=2
// proof: bars=400 seed=3
// proof: bars=400 seed=4
// proof: bars=400 seed=5
import { strategy, ta } from "sixbtc";

const HOLD = 6;

function tradesOf(c, mask) {
  const trades = [];
  for (let i = 0; i < c.length; i++) {
    if (mask[i] && i + HOLD < c.length) trades.push({ bar: i, won: c.close[i + HOLD] > c.close[i] ? 1 : 0 });
  }
  return trades;
}

const rate = (list) => list.reduce((sum, t) => sum + t.won, 0) / list.length;

export default strategy({
  name: "Strategy_MOM_E0177",
  timeframe: "1h",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const proposal = ta.and(ta.crossAbove(c.close, ta.sma(c.close, 12)), ta.gt(ta.adx(c, 14), 15));
    const trades = tradesOf(c, proposal);
    const enterLong = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      if (!proposal[i]) continue;
      const closed = trades.filter((t) => t.bar + HOLD <= i);
      // Too few of them say nothing.
      const basis = closed.length >= 10 ? closed.slice(-20) : trades;
      if (basis.length > 0 && rate(basis) > 0.45) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
