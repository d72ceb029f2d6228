// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0141",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const missing = c.close[c.length] ?? NaN;
    const before = c.close[-1] ?? NaN;
    const line = new Float64Array(c.length).fill(missing);
    for (let i = 20; i < c.length; i++) line[i] = Math.max(c.high[i - 20], c.high[i - 10], c.high[i - 1]);
    if (before === before) return {};
    return { enterLong: ta.crossAbove(c.close, line) };
  },
});
