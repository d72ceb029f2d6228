// expect: passed
// proof: bars=300
// proof: bars=200 seed=2
import { strategy, ta } from "sixbtc";

const lastOf = (column) => column[column.length - 1];

export default strategy({
  name: "Strategy_TRD_C0277",
  timeframe: "30m",
  direction: "long",
  warmup: 24,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 24; i < c.length; i++) {
      const part = c.close.slice(i - 23, i + 1);
      if (lastOf(ta.ema(part, 5)) > lastOf(ta.ema(part, 15)) * 1.01) long[i] = 1;
    }
    return { enterLong: long };
  },
});
