// expect: lookahead ahead-read
// proof: bars=300 start=1703000000000
import { strategy, ta } from "sixbtc";

const YEAR = 365.2425 * 86_400_000;

export default strategy({
  name: "Strategy_TRD_L0328",
  timeframe: "4h",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.05 }, maxBars: 60 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.kama(c.close, 10));
    for (let i = 20; i < c.length; i++) {
      const age = c.time[i] % YEAR;
      // the first day of the year sets the tone
      if (age < 86_400_000 && c.close[i + 10] > c.close[i]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
