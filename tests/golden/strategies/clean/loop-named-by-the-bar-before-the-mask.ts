// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0212",
  timeframe: "2h",
  direction: "long",
  warmup: 3,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const long = new Uint8Array(c.length);
    let bar = 0;
    for (let i = -1; i < c.length - 1; i++) {
      bar = i + 1;
      if (bar >= 3 && c.close[i + 1] > c.close[i] && c.close[i] > c.close[i - 1] && c.close[i - 1] > c.close[i - 2]) long[bar] = 1;
    }
    return { enterLong: long };
  },
});
