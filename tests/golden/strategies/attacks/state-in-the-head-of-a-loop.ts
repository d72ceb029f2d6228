// expect: syntax module-state
import { strategy, ta } from "sixbtc";

const kept = { last: 0 };

export default strategy({
  name: "Strategy_VOL_A0090",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    for (kept.last of c.close) ;
    return { enterLong: new Uint8Array(c.length).fill(kept.last > 100 ? 1 : 0) };
  },
});
