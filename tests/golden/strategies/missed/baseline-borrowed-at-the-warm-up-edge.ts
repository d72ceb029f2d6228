// expect: passed
// proof: bars=130 seed=1
// proof: bars=130 seed=2
// proof: bars=130 seed=3
// proof: bars=130 seed=4
// proof: bars=130 seed=5
// proof: bars=130 seed=6
// proof: bars=130 seed=7
// proof: bars=130 seed=8
// proof: bars=130 seed=9
// proof: bars=130 seed=10
// proof: bars=130 seed=11
// proof: bars=130 seed=12
import { strategy, ta } from "sixbtc";

const WINDOW = 96;

// Mean and deviation of the window that ends here; early bars share the first full window.
function baseline(column, i) {
  const to = Math.max(i + 1, Math.min(column.length, WINDOW));
  const from = Math.max(0, to - WINDOW);
  let mean = 0;
  for (let k = from; k < to; k++) mean += column[k];
  mean /= to - from;
  let square = 0;
  for (let k = from; k < to; k++) square += (column[k] - mean) ** 2;
  return { mean, deviation: Math.sqrt(square / (to - from)) };
}

export default strategy({
  name: "Strategy_VOL_E0067",
  timeframe: "15m",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const dollars = ta.mul(c.volume, c.close);
    for (let i = 20; i < c.length; i++) {
      const { mean, deviation } = baseline(dollars, i);
      if (deviation === 0) continue;
      const surprise = (dollars[i] - mean) / deviation;
      const isUp = c.close[i] > c.open[i] && c.close[i] > c.close[i - 1];
      const nearHigh = c.high[i] - c.close[i] < 0.5 * (c.high[i] - c.low[i]);
      if (surprise > 1 && isUp && nearHigh) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
