// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0044",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const memo = [];
    const averageOf = (length) => (memo[length] ??= ta.ema(c.close, length));
    const votes = new Float64Array(c.length);
    for (const length of [5, 8, 5, 13, 8, 21, 5]) {
      const line = averageOf(length);
      for (let i = 0; i < votes.length; i++) votes[i] += Math.sign(c.close[i] - line[i]) || 0;
    }
    return { enterLong: ta.crossAbove(votes, 4), enterShort: ta.crossBelow(votes, -4) };
  },
});
