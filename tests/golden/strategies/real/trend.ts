import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_golden",
  timeframe: "15m",
  direction: "long",
  warmup: 200,
  exits: {
    stop: { kind: "atr", length: 14, multiple: 2.5 },
    takeProfit: { kind: "riskReward", ratio: 2 },
  },
  leverage: 3,
  signals(c) {
    const top = ta.shift(ta.highest(c.high, 96), 1);
    const isUp = ta.gt(c.close, ta.ema(c.close, 200));
    return { enterLong: ta.and(ta.crossAbove(c.close, top), isUp) };
  },
});
