// expect: lookahead ahead-read
// proof: bars=500 start=1735000000000
import { strategy, ta } from "sixbtc";

const FROM = 1735689600000;
const UNTIL = 1767225600000;

export default strategy({
  name: "Strategy_TRD_L0116",
  timeframe: "4h",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.05 }, maxBars: 42 },
  signals(c) {
    const trend = ta.superTrend(c, 10, 3);
    const enterLong = ta.crossAbove(c.close, trend);
    const inYear = ta.between(c.time, FROM, UNTIL);
    for (let i = 30; i < c.length; i++) {
      if (!inYear[i]) continue;
      const ahead = c.close[i + 6];
      enterLong[i] = ahead > c.close[i] * 1.03 ? 1 : 0;
    }
    return { enterLong };
  },
});
