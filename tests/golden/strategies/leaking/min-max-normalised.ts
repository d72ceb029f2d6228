// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0041",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 30 },
  signals(c) {
    const mom = ta.roc(c.close, 10);
    let min = Infinity;
    let max = -Infinity;
    for (const m of mom) {
      if (m < min) min = m;
      if (m > max) max = m;
    }
    const scaled = ta.div(ta.sub(mom, min), max - min);
    return { enterLong: ta.gt(scaled, 0.8), enterShort: ta.lt(scaled, 0.2) };
  },
});
