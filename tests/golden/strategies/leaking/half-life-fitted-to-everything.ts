// expect: shuffle future-leak
// proof: bars=700
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0352",
  timeframe: "2h",
  direction: "long",
  warmup: 100,
  exits: { stop: { kind: "percent", value: 0.04 }, maxBars: 40 },
  signals(c) {
    // Ornstein-Uhlenbeck: regress the change on the level
    const x = ta.sub(ta.log(c.close), ta.log(ta.sma(c.close, 50)));
    let xx = 0;
    let xy = 0;
    for (let i = 51; i < c.length; i++) { xx += x[i - 1] ** 2; xy += x[i - 1] * (x[i] - x[i - 1]); }
    const speed = xx > 0 ? -xy / xx : 0;
    const halfLife = speed > 0 ? Math.round(Math.log(2) / speed) : 10;
    const n = Math.min(60, Math.max(3, halfLife || 10));
    return { enterLong: ta.crossBelow(ta.zscore(c.close, n), -1) };
  },
});
