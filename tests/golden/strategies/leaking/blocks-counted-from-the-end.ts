// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0053",
  timeframe: "5m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 24 },
  signals(c) {
    // candles of twelve bars; the newest one is always whole
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 24; i < c.length; i++) {
      const rest = (c.length - 1 - i) % 12;
      if (rest !== 0) continue;
      const open = c.open[i - 11];
      if (c.close[i] > open) enterLong[i] = 1;
      else enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
