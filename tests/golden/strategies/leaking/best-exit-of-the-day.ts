// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000019",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "percent", value: 0.02 } },
  signals(c, p) {
    const out = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      let best = i;
      for (let j = i; j < Math.min(i + 8, c.length); j++) if (c.high[j] > c.high[best]) best = j;
      out[best] = 1;
    }
    return { enterLong: ta.crossAbove(c.close, ta.ema(c.close, 9)), exitLong: out };
  },
});
