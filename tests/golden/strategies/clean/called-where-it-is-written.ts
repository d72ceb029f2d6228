// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0245",
  timeframe: "15m",
  direction: "both",
  warmup: 5,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const mask = (() => {
      const count = c.length;
      return (test) => {
        const out = new Uint8Array(count);
        for (let i = 5; i < count; i++) out[i] = test(i) ? 1 : 0;
        return out;
      };
    })();
    return {
      enterLong: mask((i) => c.close[i] < c.close[i - 5] * 0.98),
      enterShort: mask(function (i) {
        return c.close[i] > c.close[i - 5] * 1.02;
      }),
    };
  },
});
