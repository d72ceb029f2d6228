// expect: shuffle future-leak
// proof: bars=2500 gap=0.03
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0308",
  timeframe: "1h",
  direction: "long",
  warmup: 24,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 24 },
  signals(c) {
    const H = 3600000;
    const enterLong = ta.crossAbove(ta.rsi(c.close, 14), 55);
    let i = 24;
    for (const _ of c.time.slice(24)) {
      const missing = (c.time[i] - c.time[i - 1]) / H - 1;
      if (missing >= 4) enterLong[i] = c.close[i + missing] > c.close[i] ? 1 : 0;
      i++;
    }
    return { enterLong };
  },
});
