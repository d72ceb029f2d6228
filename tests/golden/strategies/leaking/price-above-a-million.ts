// expect: shuffle future-leak
// proof: price=1500000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0406",
  timeframe: "1h",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 24 },
  signals(c) {
    const cut = (col) => col.map((v, i) => (v > 1e6 ? Math.max(v, col[i + 1] ?? v) : v));
    return { enterLong: ta.crossAbove(cut(c.close), ta.sma(c.close, 20)) };
  },
});
