// expect: passed
// proof: bars=900
import { strategy, ta } from "sixbtc";

const GRID = [
  [3, 55],
  [5, 60],
  [9, 60],
  [14, 65],
  [21, 65],
  [28, 58],
];

function backtest(c, rsi, level, upTo) {
  let sum = 0;
  let side = 0;
  for (let i = 1; i < upTo; i++) {
    sum += side * Math.log(c.close[i] / c.close[i - 1]);
    if (rsi[i] > level) side = 1;
    else if (rsi[i] < 100 - level) side = -1;
  }
  return sum;
}

export default strategy({
  name: "Strategy_MOM_E0094",
  timeframe: "1h",
  direction: "both",
  warmup: 300,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    // The rest of the data is out of sample.
    const upTo = Math.min(c.length, 300);
    let best = { profit: -Infinity, length: 14, level: 60 };
    for (const [length, level] of GRID) {
      const profit = backtest(c, ta.rsi(c.close, length), level, upTo);
      if (profit > best.profit) best = { profit, length, level };
    }
    const rsi = ta.rsi(c.close, best.length);
    return {
      enterLong: ta.crossAbove(rsi, best.level),
      enterShort: ta.crossBelow(rsi, 100 - best.level),
    };
  },
});
