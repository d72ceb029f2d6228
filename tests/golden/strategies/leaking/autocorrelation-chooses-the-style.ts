// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0231",
  timeframe: "30m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 10 },
  signals(c) {
    const r = ta.pctChange(c.close, 1);
    const lagged = ta.shift(r, 1);
    const product = ta.mul(r, lagged).filter((v) => !isNaN(v));
    const isTrending = product.reduce((sum, v) => sum + v, 0) > 0;
    return { enterLong: isTrending ? ta.rising(c.close, 3) : ta.falling(c.close, 3) };
  },
});
