// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0077",
  timeframe: "30m",
  direction: "long",
  warmup: 15,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const window = 15;
    const self = ta.lowest(c.low, window);
    const top = ta.highest(c.high, window);
    const parent = ta.div(ta.sub(c.close, self), ta.sub(top, self));
    const name = "low";
    const status = name === "low" ? 0.15 : 0.85;
    return { enterLong: ta.crossAbove(parent, status) };
  },
});
