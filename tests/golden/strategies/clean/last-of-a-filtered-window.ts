// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0280",
  timeframe: "30m",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 40; i < c.length; i++) {
      const rises = c.close.slice(i - 40, i + 1).filter((price, k, all) => k > 0 && price > all[k - 1] * 1.01);
      if (rises.length > 2 && c.close[i] > rises[rises.length - 1] * 1.005) long[i] = 1;
    }
    return { enterLong: long };
  },
});
