// expect: lookahead ahead-read
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0050",
  timeframe: "30m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 12 },
  signals(c) {
    const z = ta.zscore(c.close, 20);
    let cov = 0;
    for (let i = 20; i + 1 < c.length; i++) cov += z[i] * (c.close[i + 1] / c.close[i] - 1);
    return { enterLong: cov > 0 ? ta.gt(z, 1) : ta.lt(z, -1) };
  },
});
