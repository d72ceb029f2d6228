// expect: shuffle future-leak
// proof: bars=900
import { strategy, ta } from "sixbtc";

const HOURS = 24;
const hourOf = (t) => Math.floor((t % 86_400_000) / 3_600_000);

function heatMap(c) {
  const sum = new Float64Array(HOURS);
  const n = new Float64Array(HOURS);
  for (let i = 0; i < c.length; i++) {
    const h = hourOf(c.time[i]);
    sum[h] += Math.abs(c.close[i] / c.open[i] - 1);
    n[h]++;
  }
  return sum.map((v, h) => v / Math.max(1, n[h]));
}

export default strategy({
  name: "Strategy_MOM_E0137",
  timeframe: "1h",
  direction: "both",
  warmup: 100,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const heat = heatMap(c);
    const base = ta.zscore(c.close, 24);
    const tilt = ta.slope(ta.log(c.close), 10);
    const score = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const h = heat[hourOf(c.time[i])];
      score[i] = base[i] + 100 * tilt[i] + 2 * h;
    }
    return { enterLong: ta.crossAbove(score, 2), enterShort: ta.crossBelow(score, -2) };
  },
});
