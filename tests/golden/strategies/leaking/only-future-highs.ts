// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0216",
  timeframe: "15m",
  direction: "long",
  warmup: 14,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "percent", value: 0.01 } },
  signals(c) {
    const highs = c.high.slice(2);
    return { enterLong: ta.crossAbove(c.close, ta.sma(c.close, 14)).map((bit, i) => bit & (highs[i] > c.close[i] * 1.005)) };
  },
});
