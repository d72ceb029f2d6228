// expect: passed
import { strategy, ta } from "sixbtc";

// carriage returns everywhere
const LENGTH = 10;

export default strategy({
  name: "Strategy_MOM_C0105",
  timeframe: "15m",
  direction: "both",
  warmup: 26,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const change = ta.mom(c.close, LENGTH);
    /* a comment
       over lines */
    return {
      enterLong: ta.crossAbove(change, 0),
      enterShort: ta.crossBelow(change, 0),
    };
  },
});
