// expect: passed
// proof: bars=350
// proof: bars=300 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0273",
  timeframe: "1h",
  direction: "both",
  warmup: 130,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    let sxy = 0;
    let sxx = 0;
    for (let i = 5; i < Math.min(120, c.length - 10); i++) {
      const x = c.close[i] / c.close[i - 5] - 1;
      const y = c.close[i + 10] / c.close[i] - 1;
      sxy += x * y;
      sxx += x * x;
    }
    const beta = sxy / sxx;
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 130; i < c.length; i++) {
      const said = beta * (c.close[i] / c.close[i - 5] - 1);
      if (said > 0.003) long[i] = 1;
      if (said < -0.003) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
