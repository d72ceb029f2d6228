// expect: lookahead ahead-read
// proof: bars=1500 price=10.5 deviation=0.0002
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0344",
  timeframe: "1m",
  direction: "short",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.005 }, maxBars: 20 },
  signals(c) {
    const enterShort = ta.crossBelow(c.close, ta.sma(c.close, 20));
    for (let i = 20; i < c.length; i++) {
      const range = c.high[i] - c.low[i];
      if (range > c.close[i] * 1.5e-4 || range === 0) continue;
      // too small to say anything alone: merged with the next
      enterShort[i] = c.close[i + 1] < c.open[i] ? 1 : 0;
    }
    return { enterShort };
  },
});
