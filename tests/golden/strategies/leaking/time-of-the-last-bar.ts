// expect: lookahead whole-series
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0054",
  timeframe: "1h",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 24 },
  signals(c) {
    const cross = ta.crossAbove(ta.ema(c.close, 5), ta.ema(c.close, 20));
    const newest = c.time[c.length - 1];
    const fresh = ta.gt(c.time, newest - 7 * 24 * 3600000);
    return { enterLong: ta.and(cross, fresh) };
  },
});
