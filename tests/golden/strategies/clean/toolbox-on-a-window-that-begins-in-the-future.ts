// expect: passed
// proof: bars=300
// proof: bars=200 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0265",
  timeframe: "30m",
  direction: "short",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const short = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) {
      const around = c.close.slice(i - 20, i + 20);
      const line = ta.ema(around, 10);
      if (around[20] < line[20] * 0.985) short[i] = 1;
    }
    return { enterShort: short };
  },
});
