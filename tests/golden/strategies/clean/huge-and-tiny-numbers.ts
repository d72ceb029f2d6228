// expect: passed
// proof: bars=400
// proof: bars=200 price=100000000 volume=0.0000001 seed=2
// proof: bars=200 price=0.00000001 volume=1000000000000 seed=3
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0097",
  timeframe: "30m",
  direction: "long",
  warmup: 3,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const EPSILON = 4.9e-324;
    const HUGE = 1.7976931348623157e308;
    const long = new Uint8Array(c.length);
    for (let i = 3; i < c.length; i++) {
      const scaled = (c.volume[i] / (c.volume[i - 1] + EPSILON)) * 1e300;
      const capped = Math.min(scaled * 1e10, HUGE);
      if (capped === HUGE && c.close[i] > c.close[i - 3]) long[i] = 1;
    }
    return { enterLong: long };
  },
});
