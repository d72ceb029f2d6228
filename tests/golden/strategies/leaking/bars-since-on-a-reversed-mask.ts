// expect: lookahead whole-series
import { strategy, ta } from "sixbtc";

const flip = (mask) => mask.map((_, i) => mask[mask.length - 1 - i]);

export default strategy({
  name: "Strategy_REV_L0241",
  timeframe: "15m",
  direction: "short",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  signals(c) {
    const dip = ta.lt(ta.rsi(c.close, 14), 40);
    const since = ta.barsSince(flip(dip));
    const until = since.map((_, i) => since[since.length - 1 - i]);
    return { enterShort: ta.and(ta.gt(ta.rsi(c.close, 14), 55), ta.lt(until, 15)) };
  },
});
