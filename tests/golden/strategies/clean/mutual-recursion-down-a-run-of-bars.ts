// expect: passed
import { strategy, ta } from "sixbtc";

function upRun(c, i, left) {
  if (i < 1 || left === 0) return 0;
  return c.close[i] > c.close[i - 1] ? 1 + upRun(c, i - 1, left - 1) : downRun(c, i - 1, left - 1);
}

function downRun(c, i, left) {
  if (i < 1 || left === 0) return 0;
  return c.close[i] < c.close[i - 1] ? -1 + downRun(c, i - 1, left - 1) : upRun(c, i - 1, left - 1);
}

export default strategy({
  name: "Strategy_CDL_C0046",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const score = c.close.map((_, i) => upRun(c, i, 12));
    return { enterLong: ta.crossAbove(score, 4), enterShort: ta.crossBelow(score, -2) };
  },
});
