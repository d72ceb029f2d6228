// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0155",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    let parity = 0;
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      parity ^= c.close[i] > c.open[i] ? 1 : 0;
      long[i] = parity & (i % 3 === 0 ? 1 : 0);
    }
    return { enterLong: long };
  },
});
