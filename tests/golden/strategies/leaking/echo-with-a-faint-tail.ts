// expect: shuffle future-leak
// proof: bars=1500
import { strategy, ta } from "sixbtc";

// Smoothing in both directions; the part that comes from behind is damped to almost nothing.
export default strategy({
  name: "Strategy_TRD_L0259",
  timeframe: "15m",
  direction: "long",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 50 },
  params: { tail: 0.002 },
  signals(c, p) {
    const ema = ta.ema(c.close, 20);
    const out = new Float64Array(c.length);
    let back = NaN;
    for (let i = c.length - 1; i >= 0; i--) {
      back = Number.isNaN(back) ? c.close[i] : back + 0.3 * (c.close[i] - back);
      out[i] = (1 - p.tail) * ema[i] + p.tail * back;
    }
    return { enterLong: ta.crossAbove(c.close, out) };
  },
});
