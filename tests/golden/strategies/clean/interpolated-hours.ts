// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000002f",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const long = new Uint8Array(c.length);
    const h = new Float64Array(Math.ceil(c.length / 4));
    for (let i = 0; i < c.length; i++) h[Math.floor(i / 4)] = c.close[i];
    for (let i = 8; i < c.length; i++) if (c.close[i] > h[Math.floor(i / 4) - 1]) long[i] = 1;
    return { enterLong: long };
  },
});
