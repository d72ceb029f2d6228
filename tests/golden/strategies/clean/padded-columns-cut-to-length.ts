// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0168",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const padded = new Float64Array(c.length + 100).fill(NaN);
    for (let i = 0; i < c.length; i++) padded[i + 50] = c.close[i];
    const smooth = new Float64Array(padded.length);
    for (let k = 50; k < padded.length - 50; k++) smooth[k] = (padded[k] + padded[k - 1] + padded[k - 2]) / 3;
    const line = smooth.slice(50, 50 + c.length);
    return { enterLong: ta.crossAbove(c.close, ta.mul(line, 1.008)) };
  },
});
