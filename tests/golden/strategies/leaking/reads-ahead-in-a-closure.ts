// expect: lookahead ahead-read
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000000d",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const ahead = (bar) => c.close[bar + 1] > c.close[bar];
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) if (ahead(i)) long[i] = 1;
    return { enterLong: long };
  },
});
