// expect: passed
// proof: bars=400
// proof: bars=400 seed=2 idle=0.3
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0144",
  timeframe: "5m",
  direction: "long",
  warmup: 50,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const bars = [];
    for (let i = 1; i < c.length; i++) if (c.volume[i] > 2 * c.volume[i - 1]) bars.push(i);
    const prices = new Float64Array(bars.length);
    for (let k = 0; k < bars.length; k++) prices[k] = c.close[bars[k]];
    const line = ta.ema(prices, 6);
    const long = new Uint8Array(c.length);
    for (let k = 1; k < bars.length; k++) if (prices[k] > line[k] && prices[k - 1] <= line[k - 1]) long[bars[k]] = 1;
    return { enterLong: long };
  },
});
