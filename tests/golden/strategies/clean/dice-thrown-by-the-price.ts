// expect: passed
// proof: bars=300
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0174",
  timeframe: "30m",
  direction: "both",
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      let hash = 2166136261;
      for (const part of [c.open[i], c.high[i], c.low[i], c.close[i]]) hash = Math.imul(hash ^ Math.floor(part * 1000), 16777619);
      const dice = (hash >>> 8) % 6;
      if (dice === 0) long[i] = 1;
      if (dice === 5) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
