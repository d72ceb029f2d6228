import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_golden",
  timeframe: "15m",
  direction: "both",
  warmup: 48,
  exits: {
    stop: { kind: "percent", value: 0.015 },
    takeProfit: { kind: "percent", value: 0.012 },
    maxBars: 24,
    breakEven: { activateAt: 0.006 },
  },
  leverage: 5,
  signals(c) {
    const z = ta.zscore(c.close, 48);
    return { enterLong: ta.crossBelow(z, -2.5), enterShort: ta.crossAbove(z, 2.5) };
  },
});
