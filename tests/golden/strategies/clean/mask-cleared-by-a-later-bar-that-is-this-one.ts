// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0092",
  timeframe: "15m",
  direction: "long",
  warmup: 5,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const candidate = new Uint8Array(c.length);
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      if (c.close[i] > c.open[i] * 1.008) candidate[i + 5] = 1;
      for (let k = 1; k <= 4; k++) if (c.low[i] < c.low[i - 5 + k]) candidate[i + 5 - k] = candidate[i + 5 - k] && k % 2;
      if (candidate[i]) long[i] = 1;
    }
    return { enterLong: long };
  },
});
