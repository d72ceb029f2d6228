// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000013",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const next = c.close.slice(1);
    const long = new Uint8Array(c.length);
    for (let i = 0; i < next.length; i++) if (next[i] > c.close[i]) long[i] = 1;
    return { enterLong: long };
  },
});
