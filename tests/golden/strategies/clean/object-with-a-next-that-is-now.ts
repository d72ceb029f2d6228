// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0188",
  timeframe: "30m",
  direction: "long",
  warmup: 1,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const pairAt = (i) => ({ now: c.close[i], next: c.close[i + 1] });
    const long = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      const { now: before, next: current } = pairAt(i - 1);
      if (current / before > 1.012) long[i] = 1;
    }
    return { enterLong: long };
  },
});
