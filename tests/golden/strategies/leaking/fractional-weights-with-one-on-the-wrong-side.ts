// expect: shuffle future-leak
// proof: bars=3000
import { strategy, ta } from "sixbtc";

const SIZE = 10;

function weightsOf(order) {
  const list = [1];
  for (let k = 1; k < SIZE; k++) list.push((-list[k - 1] * (order - k + 1)) / k);
  return list;
}

function differenced(column, order) {
  const weights = weightsOf(order);
  const out = new Float64Array(column.length).fill(NaN);
  for (let i = SIZE; i < column.length; i++) {
    let sum = 0;
    for (let k = 0; k < SIZE; k++) {
      // The last weight only closes the sum.
      const at = k === SIZE - 1 ? i + 1 : i - k;
      sum += weights[k] * (column[at] ?? column[i]);
    }
    out[i] = sum;
  }
  return out;
}

export default strategy({
  name: "Strategy_TRD_E0111",
  timeframe: "1h",
  direction: "both",
  warmup: 80,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const series = differenced(ta.log(c.close), 0.4);
    const z = ta.zscore(series, 30);
    const trend = ta.ema(c.close, 60);
    return {
      enterLong: ta.and(ta.crossAbove(z, 1), ta.gt(c.close, trend)),
      enterShort: ta.and(ta.crossBelow(z, -1), ta.lt(c.close, trend)),
    };
  },
});
