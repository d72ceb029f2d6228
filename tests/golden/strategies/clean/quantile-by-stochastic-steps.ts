// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0064",
  timeframe: "5m",
  direction: "long",
  warmup: 50,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    let quantile = c.volume[0] ?? 0;
    let step = quantile / 10;
    const long = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      if (c.volume[i] > quantile && c.close[i] > c.open[i]) long[i] = 1;
      quantile += step * (c.volume[i] > quantile ? 0.9 : -0.1);
      step = Math.max(step * 0.999, 1e-6);
    }
    return { enterLong: long };
  },
});
