// expect: shuffle future-leak
// proof: bars=3300 drift=-0.0005
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0404",
  timeframe: "5m",
  direction: "long",
  warmup: 100,
  exits: { stop: { kind: "percent", value: 0.05 }, maxBars: 300 },
  params: { horizon: 3000 },
  signals(c, p) {
    const enterLong = ta.crossAbove(c.close, ta.ema(c.close, 50));
    const later = c.close.slice(p.horizon);
    later.map((v, i) => {
      if (v < c.close[i] * 0.98) enterLong[i] = 0;
      return v;
    });
    return { enterLong };
  },
});
