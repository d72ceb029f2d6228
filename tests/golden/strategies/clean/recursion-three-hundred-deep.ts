// expect: passed
// proof: bars=250
// proof: bars=200 seed=2
import { strategy, ta } from "sixbtc";

const smooth = (column, i, left) =>
  left === 0 || i === 0 ? column[i] : 0.97 * smooth(column, i - 1, left - 1) + 0.03 * column[i];

export default strategy({
  name: "Strategy_TRD_C0262",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const line = c.close.map((_, i) => smooth(c.close, i, 300));
    return { enterLong: ta.crossAbove(c.close, line) };
  },
});
