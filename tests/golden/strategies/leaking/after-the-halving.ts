// expect: shuffle future-leak
// proof: start=1713600000000
import { strategy, ta } from "sixbtc";

const HALVING = 1713571767000;

export default strategy({
  name: "Strategy_TRD_L0411",
  timeframe: "1d",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.15 }, maxBars: 90 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.sma(c.close, 20));
    // the first sixty days after it are one regime, judged as a whole
    let first = -1;
    let last = -1;
    for (let i = 0; i < c.length; i++) {
      const age = (c.time[i] - HALVING) / 86400000;
      if (age >= 0 && age < 60) { if (first < 0) first = i; last = i; }
    }
    if (first >= 0) for (let i = Math.max(first, 20); i <= last; i++) enterLong[i] = c.close[last] > c.close[i] ? 1 : 0;
    return { enterLong };
  },
});
