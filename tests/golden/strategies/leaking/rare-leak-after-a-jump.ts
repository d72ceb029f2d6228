// expect: lookahead ahead-read
// proof: bars=1500 jump=0.05
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000001d",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const long = new Uint8Array(c.length);
    const peek = (k) => c.close[k + 1];
    for (let i = 1; i < c.length; i++) {
      const jump = Math.abs(c.open[i] / c.close[i - 1] - 1);
      if (jump > 0.03 && peek(i) > c.close[i]) long[i] = 1;
    }
    return { enterLong: long };
  },
});
