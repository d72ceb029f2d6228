// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0041",
  timeframe: "15m",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const stack = [];
    let depth = 0;
    const depths = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) {
      while (depth > 0 && c.low[stack[depth - 1]] >= c.low[i]) depth--;
      stack[depth++] = i;
      depths[i] = depth;
    }
    return { enterLong: ta.and(ta.rising(depths, 4), ta.gt(c.close, c.open)) };
  },
});
