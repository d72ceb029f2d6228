// expect: shuffle future-leak
// proof: bars=1300 drift=-0.001
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0347",
  timeframe: "30m",
  direction: "short",
  warmup: 1000,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 100 },
  signals(c) {
    const slow = ta.sma(c.close, 500);
    const enterShort = ta.crossBelow(c.close, slow);
    // open the first position in the direction of the month that begins
    const begin = 1000;
    const until = begin + 200;
    if (c.length > until) for (let i = begin; i < begin + 5; i++) enterShort[i] = c.close[until] < c.close[i] ? 1 : 0;
    return { enterShort };
  },
});
