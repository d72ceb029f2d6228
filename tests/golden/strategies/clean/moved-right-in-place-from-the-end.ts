// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0134",
  timeframe: "30m",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const line = c.close.slice();
    for (let i = line.length - 1; i >= 0; i--) line[i] = i < 7 ? NaN : line[i - 7];
    return { enterLong: ta.gt(ta.div(c.close, line), 1.03), enterShort: ta.lt(ta.div(c.close, line), 0.97) };
  },
});
