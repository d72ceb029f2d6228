// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000033",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const votes = new Float64Array(c.length);
    for (const n of [5, 10, 20, 40]) {
      const average = ta.sma(c.close, n);
      for (let i = 0; i < c.length; i++) if (c.close[i] > average[i]) votes[i]++;
    }
    return { enterLong: ta.crossAbove(votes, 2.5), enterShort: ta.crossBelow(votes, 1.5) };
  },
});
