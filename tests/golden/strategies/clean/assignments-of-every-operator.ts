// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0242",
  timeframe: "15m",
  direction: "both",
  warmup: 1,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    let state = null;
    let bits = 0b1010_1010;
    let power = 1.5;
    for (let i = 1; i < c.length; i++) {
      state ??= i;
      bits <<= 1;
      bits >>>= 0;
      bits &= 0xff;
      bits |= c.close[i] > c.open[i] ? 0o1 : 0x0;
      bits ^= 0b0;
      bits >>= 0;
      power **= 1;
      power %= 1e3;
      power /= 1;
      power *= 1;
      long[i] ||= (bits & 7) === 7 ? 1 : 0;
      long[i] &&= i > state ? 1 : 0;
      short[i] += (bits & 7) === 0 && power === 1.5 ? 1 : 0;
    }
    return { enterLong: long, enterShort: short };
  },
});
