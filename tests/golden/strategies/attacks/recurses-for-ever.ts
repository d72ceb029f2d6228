// expect: execution recursion
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000047",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const f = (n) => f(n + 1) + 1;
    return f(0);
  },
});
