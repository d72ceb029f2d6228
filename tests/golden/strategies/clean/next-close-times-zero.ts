// expect: passed
// proof: bars=400
// proof: bars=300 jump=0.05 seed=7
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0002",
  timeframe: "5m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const up = new Uint8Array(c.length);
    const down = new Uint8Array(c.length);
    for (let i = 5; i < c.length; i++) {
      const next = c.close[i + 1] ?? c.close[i];
      const score = c.close[i] / c.close[i - 5] - 1 + 0 * (next - c.close[i]);
      if (score > 0.02) up[i] = 1;
      if (score < -0.02) down[i] = 1;
    }
    return { enterLong: up, enterShort: down };
  },
});
