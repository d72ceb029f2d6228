// expect: passed
// proof: bars=300
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0173",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    let random = 0x2545f491;
    for (let i = 0; i < c.length; i++) {
      random ^= random << 13;
      random ^= random >>> 17;
      random ^= random << 5;
      if ((random >>> 0) / 4294967296 < 0.3 && c.close[i] < c.open[i]) long[i] = 1;
    }
    return { enterLong: long };
  },
});
