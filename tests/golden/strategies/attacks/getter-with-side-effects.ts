// expect: syntax accessor
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000055",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const o = { get enterLong() { return new Uint8Array(c.length); } };
    return o;
  },
});
