// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0001",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const target = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) {
      let best = -Infinity;
      for (let k = 1; k <= 10; k++) best = Math.max(best, c.high[i + k] ?? -Infinity);
      target[i] = best / c.close[i] - 1;
    }
    return { enterLong: ta.crossAbove(ta.ema(c.close, 8), ta.ema(c.close, 21)) };
  },
});
