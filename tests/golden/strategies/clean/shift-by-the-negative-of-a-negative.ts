// expect: passed
import { strategy, ta } from "sixbtc";

const LEAD = -4;

export default strategy({
  name: "Strategy_MOM_C0014",
  timeframe: "15m",
  direction: "long",
  warmup: 5,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    return { enterLong: ta.crossAbove(ta.div(c.close, ta.shift(c.close, -LEAD)), 1.015) };
  },
});
