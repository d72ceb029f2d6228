// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0252",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 10 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const sma = ta.sma(c.close, 20);
    let i = 19;
    let out = 20;
    while (i < c.length - 1) {
      const before = c.close[i] - sma[i];
      const now = c.close[++i] - sma[i];
      if (before < 0 && now > 0) enterLong[out - 1] = 1;
      out++;
    }
    return { enterLong };
  },
});
