// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0053",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) {
      const seen = c.close.slice(Math.max(0, i - 30), i + 1);
      const lastFive = seen.slice(-5);
      const before = seen.slice(-20, -5);
      const least = before.reduce((low, price) => (price < low ? price : low), Infinity);
      if (lastFive.some((price) => price < least) && seen[seen.length - 1] > least) long[i] = 1;
    }
    return { enterLong: long };
  },
});
