// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0084",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const work = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) work[i] = c.close[i + 1];
    for (let i = c.length - 1; i >= 0; i--) work[i] = i >= 6 ? c.close[i] / c.close[i - 6] : NaN;
    return { enterLong: ta.crossAbove(work, 1.02) };
  },
});
