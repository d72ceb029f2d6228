// expect: passed
// proof: bars=400
// proof: bars=300 drift=-0.001 seed=8
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0063",
  timeframe: "1h",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    let n = 0;
    let sx = 0;
    let sy = 0;
    let sxx = 0;
    let sxy = 0;
    const residual = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const y = Math.log(c.close[i]);
      n += 1;
      sx += i;
      sy += y;
      sxx += i * i;
      sxy += i * y;
      const slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
      residual[i] = y - (sy / n + slope * (i - sx / n));
    }
    return { enterLong: ta.crossAbove(residual, -0.01), enterShort: ta.crossBelow(residual, 0.01) };
  },
});
