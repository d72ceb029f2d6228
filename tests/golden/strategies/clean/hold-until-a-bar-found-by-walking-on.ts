// expect: passed
// proof: bars=400
// proof: bars=300 seed=2
import { strategy } from "sixbtc";

const firstFrom = (from, to, test) => {
  for (let j = from; j < to; j++) if (test(j)) return j;
  return -1;
};

export default strategy({
  name: "Strategy_REV_C0286",
  timeframe: "30m",
  direction: "long",
  warmup: 8,
  exits: { stop: { kind: "swing", lookback: 20 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const exit = new Uint8Array(c.length);
    for (let i = 8; i < c.length; i++) {
      if (c.close[i] > c.close[i - 8] * 0.97) continue;
      long[i] = 1;
      const end = firstFrom(i + 1, Math.min(c.length, i + 50), (j) => c.close[j] > c.close[i] * 1.01);
      if (end >= 0) exit[end] = 1;
    }
    return { enterLong: long, exitLong: exit };
  },
});
