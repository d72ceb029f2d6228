// expect: shuffle future-leak
// proof: bars=1500 drift=0.003
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0102",
  timeframe: "30m",
  direction: "short",
  warmup: 25,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 20 },
  signals(c) {
    const enterShort = ta.crossBelow(ta.rsi(c.close, 14), 70);
    const streak = ta.rising(c.close, 10);
    let i = 25;
    while (i < c.length) {
      if (streak[i] === 1 && c.low[i + 1] < c.low[i]) enterShort[i] = 1;
      i += 1;
    }
    return { enterShort };
  },
});
