// expect: shuffle future-leak
// proof: bars=3000
import { strategy, ta } from "sixbtc";

function entropyOf(column) {
  const counts = new Float64Array(8);
  let n = 0;
  for (let i = 3; i < column.length; i++) {
    let code = 0;
    for (let k = 0; k < 3; k++) code = 2 * code + (column[i - k] > column[i - k - 1] ? 1 : 0);
    counts[code]++;
    n++;
  }
  let sum = 0;
  for (const v of counts) if (v > 0) sum -= (v / n) * Math.log2(v / n);
  return sum / 3;
}

export default strategy({
  name: "Strategy_TRD_E0221",
  timeframe: "1h",
  direction: "both",
  warmup: 80,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const alpha = 0.08 + 0.05 * (1 - entropyOf(c.close));
    const line = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const before = i === 0 ? c.close[0] : line[i - 1];
      line[i] = before + alpha * (c.close[i] - before);
    }
    const far = ta.mul(ta.atr(c, 14), 0.5);
    return {
      enterLong: ta.crossAbove(c.close, ta.add(line, far)),
      enterShort: ta.crossBelow(c.close, ta.sub(line, far)),
    };
  },
});
