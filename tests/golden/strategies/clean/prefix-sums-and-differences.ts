// expect: passed
// proof: bars=400
// proof: bars=300 volume=1000000 idle=0.2 seed=3
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0057",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const sums = new Float64Array(c.length + 1);
    const money = new Float64Array(c.length + 1);
    for (let i = 0; i < c.length; i++) {
      sums[i + 1] = sums[i] + c.volume[i];
      money[i + 1] = money[i] + c.volume[i] * c.close[i];
    }
    const fair = c.close.map((price, i) => (i < 20 ? NaN : (money[i + 1] - money[i - 19]) / (sums[i + 1] - sums[i - 19])));
    return { enterLong: ta.crossAbove(c.close, fair), enterShort: ta.crossBelow(c.close, fair) };
  },
});
