// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0125",
  timeframe: "1h",
  direction: "both",
  warmup: 200,
  exits: { stop: { kind: "atr", length: 14, multiple: 3 }, takeProfit: { kind: "riskReward", ratio: 4 } },
  signals(c) {
    const exitShort = new Uint8Array(c.length);
    let trough = c.length;
    for (let i = c.length - 1; i >= 0; i--) {
      if (trough === c.length || c.low[i] < c.low[trough] || trough - i > 24) trough = i;
      if (trough === i) exitShort[i] = 1;
    }
    return {
      enterLong: ta.crossAbove(c.close, ta.sma(c.close, 50)),
      enterShort: ta.crossBelow(c.close, ta.sma(c.close, 50)),
      exitShort,
    };
  },
});
