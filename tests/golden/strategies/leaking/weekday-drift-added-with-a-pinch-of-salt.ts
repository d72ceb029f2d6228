// expect: shuffle future-leak
// proof: bars=3000
import { strategy, ta } from "sixbtc";

const DAY = 86_400_000;
const weekday = (t) => (Math.floor(t / DAY) + 4) % 7;

function drifts(c) {
  const sum = new Float64Array(7);
  const n = new Float64Array(7);
  for (let i = 1; i < c.length; i++) {
    const d = weekday(c.time[i]);
    sum[d] += c.close[i] / c.close[i - 1] - 1;
    n[d]++;
  }
  return sum.map((v, d) => v / Math.max(1, n[d]));
}

export default strategy({
  name: "Strategy_TRD_E0201",
  timeframe: "1h",
  direction: "both",
  warmup: 100,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const drift = drifts(c);
    const { histogram } = ta.macd(c.close, 12, 26, 9);
    const unit = ta.atr(c, 20);
    const score = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) score[i] = histogram[i] / unit[i] + 3 * drift[weekday(c.time[i])];
    return { enterLong: ta.crossAbove(score, 0.1), enterShort: ta.crossBelow(score, -0.1) };
  },
});
