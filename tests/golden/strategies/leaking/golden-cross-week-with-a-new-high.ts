// expect: shuffle future-leak
// proof: bars=4000
import { strategy, ta } from "sixbtc";

function until(c, i, bars) {
  let high = -Infinity;
  for (let k = i; k < Math.min(c.length, i + bars); k++) high = Math.max(high, c.high[k]);
  return high;
}

export default strategy({
  name: "Strategy_TRD_E0191",
  timeframe: "4h",
  direction: "long",
  warmup: 200,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const fast = ta.sma(c.close, 50);
    const slow = ta.sma(c.close, 200);
    const golden = ta.crossAbove(fast, slow);
    const pullback = ta.crossAbove(ta.rsi(c.close, 5), 30);
    const enterLong = ta.and(pullback, ta.gt(fast, slow));
    for (let i = 200; i < c.length; i++) {
      // A cross that leads to no new high within a day is a trap.
      if (golden[i] && until(c, i, 6) > c.high[i]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
