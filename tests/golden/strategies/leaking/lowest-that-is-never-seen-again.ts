// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0258",
  timeframe: "1d",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.1 }, maxBars: 30 },
  signals(c) {
    const floor = new Float64Array(c.length);
    let lowest = Infinity;
    for (let i = c.length - 1; i >= 0; i--) {
      floor[i] = lowest;
      lowest = Math.min(lowest, c.low[i]);
    }
    return { enterLong: ta.and(ta.crossAbove(c.close, ta.sma(c.close, 20)), ta.gt(floor, ta.mul(c.close, 0.97))) };
  },
});
