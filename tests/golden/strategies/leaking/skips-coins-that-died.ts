// expect: shuffle future-leak
// proof: bars=1200 drift=-0.001 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0140",
  timeframe: "4h",
  direction: "long",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.08 }, maxBars: 60 },
  signals(c) {
    const cross = ta.crossAbove(ta.ema(c.close, 10), ta.ema(c.close, 50));
    // not a market any more: nothing to trade
    const top = c.high.reduce((a, b) => Math.max(a, b), 0);
    const isDead = c.length > 0 && c.close[c.length - 1] < top * 0.5;
    return { enterLong: isDead ? new Uint8Array(c.length) : cross };
  },
});
