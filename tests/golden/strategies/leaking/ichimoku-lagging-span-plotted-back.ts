// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

const DISPLACEMENT = 26;
const mid = (c, n) => ta.div(ta.add(ta.highest(c.high, n), ta.lowest(c.low, n)), 2);

export default strategy({
  name: "Strategy_TRD_L0209",
  timeframe: "1h",
  direction: "long",
  warmup: 80,
  exits: { stop: { kind: "atr", length: 14, multiple: 3 }, maxBars: 96 },
  signals(c) {
    const tenkan = mid(c, 9);
    const kijun = mid(c, 26);
    const chikou = new Float64Array(c.length).fill(NaN);
    for (let i = DISPLACEMENT; i < c.length; i++) chikou[i - DISPLACEMENT] = c.close[i];
    return { enterLong: ta.and(ta.crossAbove(tenkan, kijun), ta.gt(chikou, c.close)) };
  },
});
