// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000000e",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    let total = 0;
    for (const price of c.close) total += price;
    return { enterLong: ta.gt(c.close, total / c.length) };
  },
});
