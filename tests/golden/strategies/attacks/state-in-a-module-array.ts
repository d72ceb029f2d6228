// expect: syntax module-state
import { strategy, ta } from "sixbtc";

const kept = [];

export default strategy({
  name: "Strategy_VOL_A0085",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    kept.push(c.length);
    return { enterLong: new Uint8Array(c.length).fill(kept.length % 2) };
  },
});
