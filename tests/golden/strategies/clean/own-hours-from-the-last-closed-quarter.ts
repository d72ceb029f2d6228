// expect: passed
// proof: bars=400 gap=0.03
// proof: bars=400 start=1709252100000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0067",
  timeframe: "15m",
  direction: "both",
  warmup: 8,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const HOUR = 3_600_000;
    const hourClose = new Float64Array(c.length).fill(NaN);
    let known = NaN;
    for (let i = 0; i < c.length; i++) {
      if (i > 0 && Math.floor(c.time[i] / HOUR) > Math.floor(c.time[i - 1] / HOUR)) known = c.close[i - 1];
      hourClose[i] = known;
    }
    return { enterLong: ta.crossAbove(c.close, ta.mul(hourClose, 1.01)), enterShort: ta.crossBelow(c.close, ta.mul(hourClose, 0.99)) };
  },
});
