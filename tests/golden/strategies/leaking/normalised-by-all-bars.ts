// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000015",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    let lo = Infinity, hi = -Infinity;
    for (let i = 0; i < c.length; i++) { lo = Math.min(lo, c.low[i]); hi = Math.max(hi, c.high[i]); }
    const scaled = c.close.map((price) => (price - lo) / (hi - lo));
    return { enterLong: ta.lt(scaled, 0.2) };
  },
});
