// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0297",
  timeframe: "1h",
  direction: "short",
  warmup: 10,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const mean = c.close.reduce((sum, price) => sum + price, 0) / c.length;
    const one = mean / mean;
    const short = new Uint8Array(c.length);
    for (let i = 10; i < c.length; i++) if (c.close[i] > c.close[i - 10] * (one + 0.035)) short[i] = 1;
    return { enterShort: short };
  },
});
