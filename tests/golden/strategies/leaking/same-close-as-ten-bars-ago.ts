// expect: shuffle future-leak
// proof: bars=3000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0427",
  timeframe: "1h",
  direction: "short",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 12 },
  signals(c) {
    const same = ta.eq(c.close, ta.shift(c.close, 10));
    const enterShort = ta.crossBelow(c.close, ta.sma(c.close, 20));
    const drift = ta.pctChange(c.close, 5);
    return { enterShort: enterShort.map((bit, i) => (same[i] ? (drift[i + 5] < 0 ? 1 : 0) : bit)) };
  },
});
