// expect: passed
// proof: bars=400 idle=0.2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0268",
  timeframe: "15m",
  direction: "both",
  warmup: 2,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      const change = (c.close[i] - c.open[i]) * -1;
      const sign = 1 / change;
      if (sign === -Infinity) long[i] = 1;
      if (sign > 0 && sign < 1 && Math.max(-0, change) > 0) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
