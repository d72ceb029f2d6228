// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0226",
  timeframe: "15m",
  direction: "both",
  warmup: 2,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 1; i < c.length - 1; i++) {
      if (c.volume[i + 1] > 2 * c.volume[i] && c.close[i + 1] > c.close[i]) long[1 + i] = 1;
      if (c.volume[i + 1] > 2 * c.volume[i] && c.close[i + 1] < c.close[i]) short[i - -1] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
