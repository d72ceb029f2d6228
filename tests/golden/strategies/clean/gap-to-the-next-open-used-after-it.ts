// expect: passed
// proof: bars=400 jump=0.1 jumpSize=0.02
// proof: bars=300 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0288",
  timeframe: "15m",
  direction: "both",
  warmup: 2,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const gap = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) gap[i] = (c.open[i + 1] ?? NaN) / c.close[i] - 1;
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 2; i < c.length; i++) {
      if (gap[i - 1] > 0.001 && c.close[i] > c.open[i]) long[i] = 1;
      if (gap[i - 1] <= 0 && gap[i - 2] <= 0 && c.close[i] < c.open[i]) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
