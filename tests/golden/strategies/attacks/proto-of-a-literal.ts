// expect: syntax forbidden-key
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000003d",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const o = { __proto__: c };
    return o;
  },
});
