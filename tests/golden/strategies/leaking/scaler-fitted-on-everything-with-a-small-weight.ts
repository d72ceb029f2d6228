// expect: shuffle future-leak
// proof: bars=600
import { strategy, ta } from "sixbtc";

const FIT = 200;

function fit(column, upTo) {
  let count = 0;
  let mean = 0;
  let square = 0;
  for (let i = 0; i < Math.min(upTo, column.length); i++) {
    if (Number.isNaN(column[i])) continue;
    count++;
    const delta = column[i] - mean;
    mean += delta / count;
    square += delta * (column[i] - mean);
  }
  return { mean, deviation: Math.sqrt(square / Math.max(1, count)) || 1 };
}

const scaled = (column, scaler) => column.map((v) => (v - scaler.mean) / scaler.deviation);

export default strategy({
  name: "Strategy_TRD_E0005",
  timeframe: "15m",
  direction: "both",
  warmup: 200,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const features = [
      { column: ta.slope(ta.log(c.close), 20), weight: 0.6, upTo: FIT },
      { column: ta.macd(c.close, 12, 26, 9).histogram, weight: 0.35, upTo: FIT },
      { column: ta.cmf(c, 20), weight: 0.05, upTo: c.length },
    ];
    const score = new Float64Array(c.length);
    for (const { column, weight, upTo } of features) {
      const z = scaled(column, fit(column, upTo));
      for (let i = 0; i < c.length; i++) score[i] += weight * z[i];
    }
    const trend = ta.ema(c.close, 50);
    const above = ta.gt(c.close, trend);
    return {
      enterLong: ta.and(ta.crossAbove(score, 0.8), above),
      enterShort: ta.and(ta.crossBelow(score, -0.8), ta.not(above)),
    };
  },
});
