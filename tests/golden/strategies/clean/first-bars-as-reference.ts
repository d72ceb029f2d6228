// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000027",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const base = Math.max(...c.high.slice(0, 20));
    return { enterLong: ta.crossAbove(c.close, ta.mul(ta.add(ta.sub(c.close, c.close), base), 1.0)) };
  },
});
