// expect: execution threw
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0062",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const mask = ta.gt(c.close, c.open)
    (ta.lt(c.close, c.open))
    return { enterLong: mask }
  },
});
