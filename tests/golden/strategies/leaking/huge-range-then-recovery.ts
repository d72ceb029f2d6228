// expect: shuffle future-leak
// proof: bars=2500 deviation=0.012
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0335",
  timeframe: "1h",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 14, multiple: 3 }, maxBars: 24 },
  signals(c) {
    const tr = ta.tr(c);
    const atr = ta.atr(c, 14);
    const capitulation = ta.and(ta.gt(tr, ta.mul(ta.shift(atr, 1), 2.5)), ta.lt(c.close, c.open));
    const candidates = [];
    for (let i = 30; i < c.length; i++) if (capitulation[i]) candidates.push(i);
    const recovered = candidates.filter((i) => c.high.slice(i + 1, i + 6).some((h) => h >= c.open[i]));
    const enterLong = ta.crossAbove(ta.rsi(c.close, 7), 25);
    for (const i of recovered) enterLong[i] = 1;
    return { enterLong };
  },
});
