// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0205",
  timeframe: "1h",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 48 },
  signals(c) {
    const n = c.length;
    const low = new Float64Array(n);
    // The first dozen harmonics of the price.
    for (let h = 0; h <= 12; h++) {
      const w = (2 * Math.PI * h) / n;
      let re = 0;
      let im = 0;
      for (let i = 0; i < n; i++) { re += c.close[i] * Math.cos(w * i); im -= c.close[i] * Math.sin(w * i); }
      const scale = (h === 0 ? 1 : 2) / n;
      for (let i = 0; i < n; i++) low[i] += scale * (re * Math.cos(w * i) - im * Math.sin(w * i));
    }
    return { enterLong: ta.crossAbove(ta.sub(low, ta.shift(low, 1)), 0) };
  },
});
