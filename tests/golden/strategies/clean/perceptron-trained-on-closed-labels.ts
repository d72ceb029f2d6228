// expect: passed
// proof: bars=400
// proof: bars=300 seed=2 jump=0.05
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0128",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const HORIZON = 4;
    const weights = [0, 0, 0, 0];
    const features = (i) => [1, c.close[i] / c.close[i - 1] - 1, c.close[i] / c.close[i - 5] - 1, (c.close[i] - c.open[i]) / c.open[i]];
    const dot = (a, b) => a.reduce((sum, value, k) => sum + value * b[k], 0);
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 5; i < c.length; i++) {
      if (i - HORIZON >= 5) {
        const x = features(i - HORIZON);
        const label = c.close[i - HORIZON + HORIZON] > c.close[i - HORIZON] ? 1 : -1;
        if (dot(weights, x) * label <= 0) for (let k = 0; k < 4; k++) weights[k] += 0.1 * label * x[k];
      }
      const said = dot(weights, features(i));
      if (said > 0.001) long[i] = 1;
      if (said < -0.001) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
