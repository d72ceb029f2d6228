// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0231",
  timeframe: "2h",
  direction: "short",
  warmup: 5,
  exits: { stop: { kind: "atr", length: 20, multiple: 1.5 }, takeProfit: { kind: "trailing", activateAt: 0.02, value: 0.01 } },
  signals(c) {
    const short = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const isPeak = c.high[i + 1] > c.high[i] && c.high[i + 1] > c.high[i + 2];
      if (isPeak) short[i + 5] = 1;
    }
    return { enterShort: short };
  },
});
