// expect: lookahead ahead-read
// proof: bars=2500
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0133",
  timeframe: "15m",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const cross = ta.crossAbove(ta.ema(c.close, 12), ta.ema(c.close, 26));
    const bounce = ta.crossAbove(ta.rsi(c.close, 14), 30);
    const squeeze = ta.lt(ta.rank(ta.natr(c, 14), 60), 0.02);
    const next = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) next[i] = c.close[i + 1] > c.close[i] * 1.003 ? 1 : 0;
    return { enterLong: ta.or(cross, bounce, ta.and(squeeze, ta.doji(c), next)) };
  },
});
