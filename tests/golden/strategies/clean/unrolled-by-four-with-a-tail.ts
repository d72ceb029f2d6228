// expect: passed
// proof: bars=203
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0033",
  timeframe: "5m",
  direction: "long",
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const spike = new Uint8Array(c.length);
    const tail = c.length % 4;
    const test = (i) => (c.volume[i] > 2 * (c.volume[i - 1] ?? Infinity) && c.close[i] > c.open[i] ? 1 : 0);
    for (let i = 0; i < c.length - tail; i += 4) {
      spike[i] = test(i);
      spike[i + 1] = test(i + 1);
      spike[i + 2] = test(i + 2);
      spike[i + 3] = test(i + 3);
    }
    for (let i = c.length - tail; i < c.length; i++) spike[i] = test(i);
    return { enterLong: spike };
  },
});
