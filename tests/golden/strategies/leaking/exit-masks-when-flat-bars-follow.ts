// expect: shuffle future-leak
// proof: bars=2000 idle=0.05
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0337",
  timeframe: "5m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.01 } },
  signals(c) {
    const mid = ta.ema(c.close, 30);
    // no exit into a bar in which nobody trades
    const tradable = (i) => c.volume[i + 1] !== 0;
    const only = (mask) => mask.map((bit, i) => (bit && tradable(i) ? 1 : 0));
    return {
      enterLong: ta.crossAbove(c.close, mid),
      enterShort: ta.crossBelow(c.close, mid),
      exitLong: only(ta.lt(c.close, mid)),
      exitShort: only(ta.gt(c.close, mid)),
    };
  },
});
