// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000016",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const long = new Uint8Array(c.length);
    for (let i = 5; i < c.length - 5; i++) if (c.close[i] > c.close[i - 5]) long[i] = 1;
    return { enterLong: long };
  },
});
