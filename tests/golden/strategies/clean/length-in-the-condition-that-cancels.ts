// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0178",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const n = c.length;
    for (let i = 0; i < n; i++) {
      const fromEnd = n - i;
      const fromStart = n - fromEnd;
      const isFourth = (fromStart - (n - n)) % 4 === 0;
      if (isFourth && c.close[i] > c.open[i] && fromEnd >= 1) long[i] = 1;
    }
    return { enterLong: long };
  },
});
