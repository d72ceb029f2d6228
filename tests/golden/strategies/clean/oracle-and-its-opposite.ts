// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0197",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const oracle = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) if (c.close[i + 1] > c.close[i]) oracle[i] = 1;
    const never = ta.and(oracle, ta.not(oracle));
    const always = ta.or(oracle, ta.not(oracle));
    const cheap = ta.lt(ta.zscore(c.close, 20), -1.8);
    const dear = ta.gt(ta.zscore(c.close, 20), 1.8);
    return { enterLong: ta.or(never, cheap), enterShort: ta.and(always, dear) };
  },
});
