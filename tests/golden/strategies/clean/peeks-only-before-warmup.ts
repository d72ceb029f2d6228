// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000035",
  timeframe: "15m",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      if (i < 50) long[i] = Math.max(...c.close.slice(i, i + 2)) > c.close[i] ? 1 : 0;
      else long[i] = c.close[i] > c.close[i - 50] && c.close[i - 1] <= c.close[i - 51] ? 1 : 0;
    }
    return { enterLong: long };
  },
});
