// expect: passed
// proof: bars=300
// proof: bars=260 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0111",
  timeframe: "30m",
  direction: "both",
  warmup: 160,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const lines = [];
    for (let k = 0; k < 74; k++) {
      const line = new Float64Array(c.length);
      for (let i = 0; i < c.length; i++) line[i] = i === 0 ? c.close[0] : line[i - 1] + (c.close[i] - line[i - 1]) / (k + 2);
      lines.push(line);
    }
    const above = lines.map((line) => line.map((value, i) => (c.close[i] > value ? 1 : 0)));
    const votes = new Float64Array(c.length);
    for (const column of above) for (let i = 0; i < c.length; i++) votes[i] += column[i];
    return { enterLong: ta.crossAbove(votes, 60), enterShort: ta.crossBelow(votes, 14) };
  },
});
