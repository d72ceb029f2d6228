// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

// Nadaraya-Watson envelope, as known from the charts.
export default strategy({
  name: "Strategy_REV_L0204",
  timeframe: "15m",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "percent", value: 0.02 } },
  params: { bandwidth: 8, multiple: 3 },
  signals(c, p) {
    const n = c.length;
    const estimate = new Float64Array(n);
    let mae = 0;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      let weight = 0;
      for (let j = Math.max(0, i - 30); j < Math.min(n, i + 31); j++) {
        const w = Math.exp(-((i - j) ** 2) / (2 * p.bandwidth ** 2));
        sum += w * c.close[j];
        weight += w;
      }
      estimate[i] = sum / weight;
      mae += Math.abs(c.close[i] - estimate[i]);
    }
    mae = (mae / n) * p.multiple;
    return {
      enterLong: ta.crossBelow(c.close, ta.sub(estimate, mae)),
      enterShort: ta.crossAbove(c.close, ta.add(estimate, mae)),
    };
  },
});
