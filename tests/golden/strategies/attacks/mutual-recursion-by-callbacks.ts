// expect: execution recursion
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0113",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const a = (x) => [x].map(b)[0];
    const b = (x) => [x].map(a)[0];
    a(1);
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
