// expect: passed
// proof: bars=400
// proof: bars=300 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0241",
  timeframe: "15m",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "swing", lookback: 20 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const exit = new Uint8Array(c.length);
    let i = 10;
    while (i < c.length) {
      if (c.close[i] <= c.high[i - 1]) {
        i++;
        continue;
      }
      long[i] = 1;
      let end = i + 1;
      while (end < c.length && c.close[end] >= c.low[end - 1]) end++;
      if (end < c.length) exit[end] = 1;
      i = end + 1;
    }
    return { enterLong: long, exitLong: exit };
  },
});
