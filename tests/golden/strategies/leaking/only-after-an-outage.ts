// expect: lookahead ahead-read
// proof: bars=1500 gap=0.02
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0120",
  timeframe: "30m",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 20 },
  signals(c) {
    const expected = 30 * 60 * 1000;
    const fast = ta.ema(c.close, 9);
    const slow = ta.ema(c.close, 40);
    const enterLong = ta.crossAbove(fast, slow);
    const enterShort = ta.crossBelow(fast, slow);
    for (let i = 40; i < c.length; i++) {
      if (c.time[i] - c.time[i - 1] === expected) continue;
      const settle = c.close[i + 4];
      if (settle > c.close[i]) enterLong[i] = 1;
      if (settle < c.close[i]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
