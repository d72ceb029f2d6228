// expect: passed
// proof: bars=400
// proof: bars=300 jump=0.05 seed=17
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0065",
  timeframe: "30m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    let level = NaN;
    let slope = 0;
    let p00 = 1;
    let p01 = 0;
    let p11 = 1;
    const trend = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) {
      if (Number.isNaN(level)) level = c.close[i];
      level += slope;
      p00 += 2 * p01 + p11 + 1e-3;
      p01 += p11;
      p11 += 1e-5;
      const gain0 = p00 / (p00 + 1);
      const gain1 = p01 / (p00 + 1);
      const surprise = c.close[i] - level;
      level += gain0 * surprise;
      slope += gain1 * surprise;
      p11 -= gain1 * p01;
      p01 -= gain1 * p00;
      p00 -= gain0 * p00;
      trend[i] = slope;
    }
    return { enterLong: ta.crossAbove(trend, 0), enterShort: ta.crossBelow(trend, 0) };
  },
});
