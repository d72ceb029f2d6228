// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_00000037",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const quiet = ta.and(ta.doji(c), ta.insideBar(c));
    return { enterLong: ta.within(quiet, 3), enterShort: ta.heldFor(ta.falling(c.close, 3), 2) };
  },
});
