// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000014",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const long = c.close.map((price) => c.close.filter((other) => other < price).length / c.length);
    return { enterLong: ta.lt(long, 0.1) };
  },
});
