// expect: shuffle future-leak
// proof: bars=700 price=99000 drift=-0.01 deviation=0.02
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0315",
  timeframe: "1d",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "percent", value: 0.2 }, takeProfit: { kind: "percent", value: 0.4 } },
  signals(c) {
    const fall = ta.pctChange(c.close, 50);
    const enterLong = ta.crossAbove(ta.rsi(c.close, 14), 35);
    for (let i = c.length - 1; i >= 60; i--) {
      if (fall[i] < -0.5) enterLong[i] = c.low[i] < Math.min(c.low[i + 1], c.low[i - 1]) ? 1 : 0;
    }
    return { enterLong };
  },
});
