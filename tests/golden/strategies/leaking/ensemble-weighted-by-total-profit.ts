// expect: shuffle future-leak
// proof: bars=700
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0351",
  timeframe: "1h",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 24 },
  signals(c) {
    const r = ta.pctChange(c.close, 1);
    const experts = [5, 10, 20, 40].map((n) => ta.mom(c.close, n).map((v) => (v > 0 ? 1 : v < 0 ? -1 : 0)));
    const weights = experts.map((votes) => {
      let log = 0;
      for (let i = 41; i < c.length; i++) log += votes[i - 1] * r[i];
      return Math.exp(5 * log);
    });
    const sum = weights.reduce((a, b) => a + b, 0);
    const vote = new Float64Array(c.length);
    for (let k = 0; k < experts.length; k++) for (let i = 40; i < c.length; i++) vote[i] += (weights[k] / sum) * experts[k][i];
    return { enterLong: ta.crossAbove(vote, 0.3), enterShort: ta.crossBelow(vote, -0.3) };
  },
});
