// expect: passed
// proof: bars=300
// proof: bars=200 drift=0.003 seed=2
import { strategy } from "sixbtc";

function lastOf(values) {
  const whole = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values[values.length - 1] / whole;
}

export default strategy({
  name: "Strategy_TRD_C0082",
  timeframe: "30m",
  direction: "long",
  warmup: 25,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let t = 25; t < c.length; t++) if (lastOf(c.close.slice(t - 25, t + 1)) > 1.03) long[t] = 1;
    return { enterLong: long };
  },
});
