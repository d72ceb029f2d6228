// expect: shuffle future-leak
// proof: bars=160
// proof: bars=160 seed=2
// proof: bars=160 seed=3
// proof: bars=160 seed=4
// proof: bars=160 seed=5
// proof: bars=160 seed=6
import { strategy, ta } from "sixbtc";

// Indicators begin late; until then they take the value that they begin with.
function patched(column) {
  let k = 0;
  while (k < column.length && !Number.isFinite(column[k])) k++;
  return column.map((v, i) => (i < k ? column[k] : v));
}

export default strategy({
  name: "Strategy_MOM_E0223",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const slow = patched(ta.rsi(c.close, 34));
    const fast = ta.rsi(c.close, 8);
    const above = ta.gt(slow, 50);
    return {
      enterLong: ta.and(ta.crossAbove(fast, 55), above),
      enterShort: ta.and(ta.crossBelow(fast, 45), ta.not(above)),
    };
  },
});
