// expect: shuffle future-leak
// proof: bars=3000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0408",
  timeframe: "30m",
  direction: "short",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 24 },
  signals(c) {
    const enterShort = ta.crossBelow(c.close, ta.ema(c.close, 20));
    const endsIn99 = (v) => Math.round(v * 100) % 100 === 99;
    let previous = -1;
    for (let i = 20; i < c.length; i++) {
      if (previous >= 0 && c.close[i] < c.close[previous]) enterShort[previous] = 1;
      previous = endsIn99(c.high[i]) ? i : -1;
    }
    return { enterShort };
  },
});
