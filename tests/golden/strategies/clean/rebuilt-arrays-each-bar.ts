// expect: passed
// proof: bars=300
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0255",
  timeframe: "5m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    let window = [];
    for (let i = 0; i < c.length; i++) {
      window = [...window, c.close[i]].slice(-20);
      const sorted = [];
      for (const price of window) {
        const at = sorted.filter((other) => other <= price).length;
        sorted[sorted.length] = price;
        for (let k = sorted.length - 1; k > at; k--) sorted[k] = sorted[k - 1];
        sorted[at] = price;
      }
      if (window.length === 20 && c.close[i] === sorted[0]) long[i] = 1;
    }
    return { enterLong: long };
  },
});
