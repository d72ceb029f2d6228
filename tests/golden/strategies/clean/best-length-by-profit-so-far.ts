// expect: passed
// proof: bars=400
// proof: bars=300 seed=23
import { strategy, ta } from "sixbtc";

const LENGTHS = [5, 10, 20, 40];

export default strategy({
  name: "Strategy_MOM_C0074",
  timeframe: "1h",
  direction: "long",
  warmup: 50,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const lines = LENGTHS.map((length) => ta.ema(c.close, length));
    const profit = LENGTHS.map(() => 0);
    const long = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      let best = 0;
      for (let k = 0; k < lines.length; k++) {
        if (c.close[i - 1] > lines[k][i - 1]) profit[k] += c.close[i] / c.close[i - 1] - 1;
        if (profit[k] > profit[best]) best = k;
      }
      if (c.close[i] > lines[best][i] && c.close[i - 1] <= lines[best][i - 1]) long[i] = 1;
    }
    return { enterLong: long };
  },
});
