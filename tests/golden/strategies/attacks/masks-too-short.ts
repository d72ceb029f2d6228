// expect: execution mask-length
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000005d",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    return { enterLong: new Uint8Array(Math.max(0, c.length - 1)) };
  },
});
