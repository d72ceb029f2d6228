// expect: syntax random
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000051",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    return { enterLong: c.close.map(() => Math.random()) };
  },
});
