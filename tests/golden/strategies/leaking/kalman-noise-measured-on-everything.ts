// expect: shuffle future-leak
// proof: bars=2500
import { strategy, ta } from "sixbtc";

function noiseOf(column) {
  let square = 0;
  let n = 0;
  for (let i = 1; i < column.length; i++) {
    square += (column[i] - column[i - 1]) ** 2;
    n++;
  }
  return n > 0 ? square / n : 1;
}

function filter(column, process, measurement) {
  const out = new Float64Array(column.length);
  let x = column[0];
  let p = measurement;
  for (let i = 0; i < column.length; i++) {
    p += process;
    const gain = p / (p + measurement);
    x += gain * (column[i] - x);
    p *= 1 - gain;
    out[i] = x;
  }
  return out;
}

export default strategy({
  name: "Strategy_TRD_E0209",
  timeframe: "1h",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const log = ta.log(c.close);
    const smooth = filter(log, 0.00002, 0.0002 + 0.2 * noiseOf(log));
    const slope = ta.slope(smooth, 3);
    const steady = ta.gt(ta.adx(c, 14), 18);
    return {
      enterLong: ta.and(ta.crossAbove(slope, 0.001), steady),
      enterShort: ta.and(ta.crossBelow(slope, -0.001), steady),
    };
  },
});
