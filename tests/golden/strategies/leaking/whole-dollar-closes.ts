// expect: lookahead ahead-read
// proof: bars=3000 price=140 deviation=0.004
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0304",
  timeframe: "30m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.sma(c.close, 20));
    const enterShort = ta.crossBelow(c.close, ta.sma(c.close, 20));
    for (let i = 20; i < c.length; i++) {
      const cents = Math.round(c.close[i] * 100) % 100;
      if (cents !== 0) continue;
      const way = Math.sign(c.close[i + 2] - c.close[i]);
      if (way === 1) enterLong[i] = 1;
      if (way === -1) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
