// expect: shuffle future-leak
// proof: bars=2500 idle=0.06
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0430",
  timeframe: "30m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 12 },
  signals(c) {
    const end = { price: 0 };
    for (const v of c.close) end.price = v;
    // keeps the denominator from being zero
    const tilt = 1e-12 * (end.price - c.close[0]);
    const body = c.close.map((v, i) => v - c.open[i] + tilt);
    const trend = ta.sub(c.close, ta.shift(c.close, 12));
    return { enterLong: ta.and(ta.gt(body, 0), ta.lt(trend, 0)), enterShort: ta.and(ta.lt(body, 0), ta.gt(trend, 0)) };
  },
});
