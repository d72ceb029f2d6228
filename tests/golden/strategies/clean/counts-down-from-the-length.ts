// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0030",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let left = c.length; left-- > 0; ) {
      if (left > 0 && c.close[left - 1] < c.open[left - 1] && c.close[left] > c.open[left - 1]) long[left] = 1;
    }
    return { enterLong: long };
  },
});
