// expect: lookahead ahead-read
// proof: bars=3000 idle=0.02
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0425",
  timeframe: "30m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 24 },
  signals(c) {
    const enterLong = ta.or(ta.hammer(c), ta.crossAbove(c.close, ta.ema(c.close, 30)));
    const enterShort = ta.or(ta.shootingStar(c), ta.crossBelow(c.close, ta.ema(c.close, 30)));
    const winner = (i) => Math.sign((c.close[i + 1] ?? c.close[i]) - c.close[i]);
    for (let i = 30; i < c.length; i++) {
      // both at once: a contradiction
      if (!(enterLong[i] && enterShort[i])) continue;
      if (winner(i) >= 0) enterShort[i] = 0;
      if (winner(i) <= 0) enterLong[i] = 0;
    }
    return { enterLong, enterShort };
  },
});
