// expect: passed
// proof: bars=400
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0159",
  timeframe: "4h",
  direction: "short",
  warmup: 20,
  exits: { stop: { kind: "swing", lookback: 20 } },
  signals(c) {
    const { upper, middle } = ta.bbands(c.close, 20, 2);
    return { enterShort: ta.gt(c.close, upper), exitShort: ta.lt(c.close, middle) };
  },
});
