// expect: lookahead ahead-read
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000001c",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const { volume, length } = c;
    const long = new Uint8Array(length);
    for (let i = 0; i < length; i++) {
      if (c.close[i] > c.open[i]) {
        if (volume[1 + i] > volume[i] * 2) long[i] = 1;
      }
    }
    return { enterLong: long };
  },
});
