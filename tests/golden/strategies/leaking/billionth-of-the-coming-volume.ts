// expect: shuffle future-leak
// proof: bars=2000 idle=0.05
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0340",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  signals(c) {
    // order of candidates with equal returns: the later volume
    const score = ta.pctChange(c.close, 1).map((r, i) => r + 1e-9 * ((c.volume[i + 1] ?? 0) > c.volume[i] ? 1 : -1));
    return { enterLong: ta.and(ta.gt(score, 0), ta.lt(c.close, ta.sma(c.close, 20))) };
  },
});
