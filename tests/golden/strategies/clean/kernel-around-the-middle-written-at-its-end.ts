// expect: passed
import { strategy } from "sixbtc";

const KERNEL = [0.05, 0.1, 0.2, 0.3, 0.2, 0.1, 0.05];

export default strategy({
  name: "Strategy_TRD_C0204",
  timeframe: "15m",
  direction: "both",
  warmup: 8,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const line = new Float64Array(c.length);
    for (let i = 3; i < c.length - 3; i++) {
      let sum = 0;
      for (let k = -3; k <= 3; k++) sum += KERNEL[k + 3] * c.close[i + k];
      line[i + 3] = sum;
    }
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 8; i < c.length; i++) {
      if (c.close[i] > line[i] * 1.015) long[i] = 1;
      if (c.close[i] < line[i] * 0.985) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
