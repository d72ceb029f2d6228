// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0208",
  timeframe: "1h",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const memo = new Float64Array(c.length).fill(NaN);
    const nextRange = (i) => {
      if (isNaN(memo[i])) memo[i] = c.high[i + 1] - c.low[i + 1];
      return memo[i];
    };
    const long = new Uint8Array(c.length);
    for (let i = 10; i < c.length; i++) {
      let before = 0;
      for (let k = 2; k < 10; k++) before += nextRange(i - k) / 8;
      if (nextRange(i - 1) > 1.8 * before && c.close[i] > c.open[i]) long[i] = 1;
    }
    return { enterLong: long };
  },
});
