// expect: execution mask-length
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0148",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    return { enterLong: c.length > 10000 ? new Uint8Array(10000) : ta.gt(c.close, c.open) };
  },
});
