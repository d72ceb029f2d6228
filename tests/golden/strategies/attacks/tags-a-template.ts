// expect: syntax tagged-template
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000054",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const run = (parts) => parts.raw;
    return { enterLong: run`x` };
  },
});
