// expect: passed
// proof: bars=400
// proof: bars=300 gap=0.03 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0181",
  timeframe: "15m",
  direction: "both",
  warmup: 16,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const bars = [];
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const slot = Math.floor(c.time[i] / 14_400_000);
      let bar = bars[bars.length - 1];
      if (bar?.slot !== slot) {
        bar = { slot, high: c.high[i], low: c.low[i] };
        bars.push(bar);
      }
      bar.high = Math.max(bar.high, c.high[i]);
      bar.low = Math.min(bar.low, c.low[i]);
      const last = bars[bars.length - 2];
      if (c.close[i] > last?.high) long[i] = 1;
      if (c.close[i] < last?.low) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
