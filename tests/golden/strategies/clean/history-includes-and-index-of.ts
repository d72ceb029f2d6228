// expect: passed
// proof: bars=400 price=0.01 deviation=0.004
// proof: bars=300 idle=0.5 seed=5
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0054",
  timeframe: "1m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 30; i < c.length; i++) {
      const history = c.low.slice(i - 30, i);
      if (history.includes(c.low[i]) && c.close[i] > c.open[i]) long[i] = 1;
      const at = c.high.slice(i - 30, i + 1).indexOf(c.high[i]);
      if (at < 30 && at > 0 && c.close[i] < c.open[i]) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
