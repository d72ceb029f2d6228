// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0213",
  timeframe: "1h",
  direction: "both",
  warmup: 24,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 24 },
  signals(c) {
    const perDay = 24 * 3600000;
    const closes = {};
    const opens = {};
    for (let i = 0; i < c.length; i++) {
      const d = Math.floor(c.time[i] / perDay);
      closes[d] = c.close[i];
      opens[d] ??= c.open[i];
    }
    const bias = c.time.map((t) => {
      const d = Math.floor(t / perDay);
      return closes[d] - opens[d];
    });
    const cross = ta.crossAbove(c.close, ta.ema(c.close, 10));
    const under = ta.crossBelow(c.close, ta.ema(c.close, 10));
    return { enterLong: ta.and(cross, ta.gt(bias, 0)), enterShort: ta.and(under, ta.lt(bias, 0)) };
  },
});
