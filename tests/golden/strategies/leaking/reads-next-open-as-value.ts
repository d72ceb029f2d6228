// expect: lookahead ahead-read
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000008",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i += 1) long[i] = c.open[i + 1] > c.high[i] ? 1 : 0;
    return { enterLong: long };
  },
});
