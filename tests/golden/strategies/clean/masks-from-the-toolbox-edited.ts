// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0256",
  timeframe: "15m",
  direction: "both",
  warmup: 14,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = ta.lt(ta.rsi(c.close, 14), 40);
    const short = ta.gt(ta.rsi(c.close, 14), 60);
    for (let i = c.length - 1; i >= 1; i--) if (long[i - 1]) long[i] = 0;
    for (let i = 1; i < c.length; i++) if (short[i] && short[i - 1]) short[i] = i % 2;
    return { enterLong: long, enterShort: short };
  },
});
