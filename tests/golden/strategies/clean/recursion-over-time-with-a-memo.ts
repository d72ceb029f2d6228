// expect: passed
// proof: bars=150
// proof: bars=120 seed=3
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0045",
  timeframe: "1h",
  direction: "long",
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const memo = new Float64Array(c.length).fill(NaN);
    const smooth = (t) => {
      if (t === 0) return c.close[0];
      if (Number.isNaN(memo[t])) memo[t] = 0.8 * smooth(t - 1) + 0.2 * c.close[t];
      return memo[t];
    };
    const long = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) if (c.close[i] > smooth(i) && c.close[i - 1] <= smooth(i - 1)) long[i] = 1;
    return { enterLong: long };
  },
});
