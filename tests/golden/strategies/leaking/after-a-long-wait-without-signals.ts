// expect: lookahead ahead-read
// proof: bars=2500
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0330",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 30 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.sma(c.close, 30));
    let last = 30;
    for (let i = 30; i < c.length; i++) {
      if (i - last > 80) {
        // impatient: enter at the next good bar
        if (c.close[i + 1] > c.close[i] * 1.004) enterLong[i] = 1;
      }
      if (enterLong[i]) last = i;
    }
    return { enterLong };
  },
});
