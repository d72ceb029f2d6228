// expect: passed
// proof: bars=420
// proof: bars=400 seed=2 drift=0.001
import { strategy, ta } from "sixbtc";

function profitOf(column, length, until) {
  let profit = 0;
  for (let i = length; i < until - 1; i++) if (column[i] > column[i - length]) profit += column[i + 1] / column[i] - 1;
  return profit;
}

export default strategy({
  name: "Strategy_MOM_C0125",
  timeframe: "1h",
  direction: "both",
  warmup: 200,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    if (c.length < 200) return {};
    let best = 2;
    for (let length = 3; length <= 30; length++) {
      if (profitOf(c.close, length, 200) > profitOf(c.close, best, 200)) best = length;
    }
    const move = ta.roc(c.close, best);
    return { enterLong: ta.crossAbove(move, 0), enterShort: ta.crossBelow(move, 0) };
  },
});
