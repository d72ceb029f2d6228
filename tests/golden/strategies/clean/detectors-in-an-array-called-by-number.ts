// expect: passed
import { strategy } from "sixbtc";

const DETECTORS = [
  (c, i) => c.close[i] > c.high[i - 1],
  (c, i) => c.low[i] > c.low[i - 1] && c.low[i - 1] > c.low[i - 2],
  (c, i) => c.close[i] - c.low[i] > 0.7 * (c.high[i] - c.low[i]),
];

export default strategy({
  name: "Strategy_CDL_C0048",
  timeframe: "30m",
  direction: "both",
  warmup: 3,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 3; i < c.length; i++) {
      let bits = 0;
      for (let k = 0; k < DETECTORS.length; k++) if (DETECTORS[k](c, i)) bits |= 1 << k;
      long[i] = bits === 7 ? 1 : 0;
      short[i] = bits === 0 ? 1 : 0;
    }
    return { enterLong: long, enterShort: short };
  },
});
