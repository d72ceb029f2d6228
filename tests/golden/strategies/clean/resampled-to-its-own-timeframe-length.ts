// expect: passed
// proof: bars=300
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0149",
  timeframe: "2h",
  direction: "short",
  warmup: 20,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const higher = ta.resample(c, "4h");
    const ranges = new Float64Array(higher.length);
    for (let i = 0; i < higher.length; i++) ranges[i] = higher.high[i] - higher.low[i];
    return { enterShort: ta.and(ta.lt(c.close, higher.low), ta.gt(ranges, ta.mean(ranges, 10))) };
  },
});
