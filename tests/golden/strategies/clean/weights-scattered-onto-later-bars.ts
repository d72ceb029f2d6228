// expect: passed
import { strategy, ta } from "sixbtc";

const WEIGHTS = [0.4, 0.25, 0.15, 0.1, 0.06, 0.04];

export default strategy({
  name: "Strategy_MOM_C0029",
  timeframe: "15m",
  direction: "both",
  warmup: 12,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const pressure = new Float64Array(c.length + WEIGHTS.length);
    for (let i = 1; i < c.length; i++) {
      const push = c.close[i] / c.close[i - 1] - 1;
      WEIGHTS.map((weight, k) => (pressure[i + k] += push * weight));
    }
    const seen = pressure.slice(0, c.length);
    return { enterLong: ta.crossAbove(seen, 0.004), enterShort: ta.crossBelow(seen, -0.004) };
  },
});
