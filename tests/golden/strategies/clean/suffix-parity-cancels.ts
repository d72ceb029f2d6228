// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0017",
  timeframe: "5m",
  direction: "long",
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const parity = new Uint8Array(c.length + 1);
    for (let i = c.length - 1; i >= 0; i--) parity[i] = parity[i + 1] ^ (c.close[i] > c.open[i] ? 1 : 0);
    const long = new Uint8Array(c.length);
    for (let i = 2; i < c.length; i++) {
      const rose = parity[i] ^ parity[i + 1];
      const threeWasOdd = parity[i - 2] ^ parity[i + 1];
      long[i] = rose & threeWasOdd & (c.volume[i] > c.volume[i - 1] ? 1 : 0);
    }
    return { enterLong: long };
  },
});
