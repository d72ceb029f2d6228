// expect: lookahead ahead-read
// proof: bars=3000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0105",
  timeframe: "5m",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.015 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const mean = ta.sma(c.volume, 50);
    const enterLong = ta.crossAbove(ta.cmf(c, 20), 0.05);
    const enterShort = ta.crossBelow(ta.cmf(c, 20), -0.05);
    for (let i = 50; i < c.length; i++) {
      if (c.volume[i] <= 8 * mean[i]) continue;
      const follow = (c.close[i + 1] ?? c.close[i]) - c.close[i];
      enterLong[i] = follow > 0 ? 1 : 0;
      enterShort[i] = follow < 0 ? 1 : 0;
    }
    return { enterLong, enterShort };
  },
});
