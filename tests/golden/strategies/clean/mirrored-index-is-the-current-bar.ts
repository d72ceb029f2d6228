// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0031",
  timeframe: "1m",
  direction: "short",
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const short = new Uint8Array(c.length);
    for (let j = c.length - 1; j >= 0; j--) {
      const t = c.length - 1 - j;
      if (c.close[c.length - 1 - j] < c.close[c.length - 1 - (j + 5)] * 0.985) short[t] = 1;
    }
    return { enterShort: short };
  },
});
