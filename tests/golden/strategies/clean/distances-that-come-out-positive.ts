// expect: passed
import { strategy, ta } from "sixbtc";

const STEPS = [-2, -4];

export default strategy({
  name: "Strategy_MOM_C0295",
  timeframe: "15m",
  direction: "both",
  warmup: 12,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const quick = ta.pctChange(c.close, -STEPS[0]);
    const slow = ta.pctChange(c.close, Math.abs(STEPS[1]));
    const before = ta.shift(slow, 3 - 1);
    const now = ta.shift(ta.shift(c.close, 5 + STEPS[1]), 0);
    return {
      enterLong: ta.and(ta.gt(quick, 0.01), ta.gt(slow, before), ta.lt(now, c.close)),
      enterShort: ta.and(ta.lt(quick, -0.01), ta.lt(slow, before), ta.gt(now, c.close)),
    };
  },
});
