// expect: passed
// proof: bars=400
// proof: bars=300 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0143",
  timeframe: "15m",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const hours = new Float64Array(Math.floor(c.length / 4));
    for (let h = 0; h < hours.length; h++) hours[h] = c.close[4 * h + 3];
    const fast = ta.ema(hours, 3);
    const slow = ta.ema(hours, 8);
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 40; i < c.length; i++) {
      const h = Math.floor((i + 1) / 4) - 1;
      if (fast[h] > slow[h] && c.close[i] > c.high[i - 1]) long[i] = 1;
      if (fast[h] < slow[h] && c.close[i] < c.low[i - 1]) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
