// expect: passed
// proof: bars=400
// proof: bars=300 idle=0.3 seed=3
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0121",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const change = ta.pctChange(c.close, 1);
    const magnitude = ta.log(ta.add(ta.abs(ta.mul(change, 100)), 1));
    const place = ta.rank(magnitude, 50);
    const tilt = ta.slope(ta.neg(c.close), 20);
    const calm = ta.between(place, 0.1, ta.add(ta.mul(place, 0), 0.6));
    const low = ta.lte(ta.div(ta.sub(c.close, ta.lowest(c.low, 20)), ta.sub(ta.highest(c.high, 20), ta.lowest(c.low, 20))), 0.2);
    const drift = ta.gte(ta.zscore(c.close, 20), ta.mean(ta.zscore(c.close, 20), 5));
    const since = ta.barsSince(ta.gt(ta.stddev(change, 10), 0.012));
    return {
      enterLong: ta.and(calm, low, ta.xor(drift, ta.falling(c.close, 2))),
      enterShort: ta.or(ta.and(ta.eq(since, 3), ta.lt(tilt, 0)), ta.and(ta.rising(c.close, 4), ta.gt(since, 10))),
    };
  },
});
