// expect: shuffle future-leak
// proof: bars=2000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0336",
  timeframe: "4h",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.06 }, takeProfit: { kind: "percent", value: 0.1 } },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.sma(c.close, 30));
    // one mark for each drawdown: its lowest bar
    let peak = -Infinity, trough = -1, depth = 0;
    for (let i = 0; i < c.length; i++) {
      if (c.high[i] >= peak) {
        if (depth > 0.1) enterLong[trough] = 1;
        peak = c.high[i]; depth = 0; trough = -1;
      } else if (1 - c.low[i] / peak > depth) { depth = 1 - c.low[i] / peak; trough = i; }
    }
    return { enterLong };
  },
});
