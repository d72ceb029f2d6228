// expect: shuffle future-leak
// proof: bars=700
import { strategy, ta } from "sixbtc";

const WINDOW = 64;
const STEP = 4;

function steps(log, size) {
  const out = new Float64Array(log.length).fill(NaN);
  for (let i = size; i < log.length; i++) out[i - size + 1] = log[i] - log[i - size];
  return out;
}

function varianceOf(column, i) {
  let square = 0;
  let n = 0;
  for (let k = i - WINDOW + 1; k <= i; k++) {
    if (Number.isNaN(column[k])) continue;
    square += column[k] * column[k];
    n++;
  }
  return square / Math.max(1, n);
}

export default strategy({
  name: "Strategy_TRD_E0113",
  timeframe: "1h",
  direction: "both",
  warmup: 90,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const log = ta.log(c.close);
    const one = steps(log, 1);
    const many = steps(log, STEP);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const top = ta.donchian(c, 12);
    for (let i = WINDOW + STEP; i < c.length; i++) {
      const ratio = varianceOf(many, i) / (STEP * varianceOf(one, i));
      // Trends when moves add up, and not when they cancel.
      if (ratio < 1.05) continue;
      if (c.close[i] > top.upper[i - 1]) enterLong[i] = 1;
      if (c.close[i] < top.lower[i - 1]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
