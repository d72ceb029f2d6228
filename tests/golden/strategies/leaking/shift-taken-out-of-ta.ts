// expect: lookahead negative-shift
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000005",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const { shift: move } = ta;
    return { enterLong: ta.gt(move(c.open, -1), c.open) };
  },
});
