// expect: execution threw
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0060",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    //# sourceURL=/etc/passwd
    //@ sourceMappingURL=data:application/json,{}
    /*# sourceURL=*/ const nothing = undefined; /* ` */ // */
    nothing.there;
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
