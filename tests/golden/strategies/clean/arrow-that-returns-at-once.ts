// expect: passed
import { strategy, ta } from "sixbtc";

const before = (column, lead) => ta.shift(column, Math.abs(lead));

export default strategy({
  name: "Strategy_MOM_C0161",
  timeframe: "15m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  params: { fast: 8, slow: 24, lead: -2 },
  signals: (c, { fast, slow, lead }) => {
    return {
      enterLong: ta.crossAbove(before(ta.ema(c.close, fast), lead), before(ta.ema(c.close, slow), lead)),
      enterShort: ta.crossBelow(before(ta.ema(c.close, fast), lead), before(ta.ema(c.close, slow), lead)),
    };
  },
});
