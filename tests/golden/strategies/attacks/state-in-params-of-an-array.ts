// expect: execution shared-write
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0093",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  params: { calls: 0 },
  signals(c, p) {
    const held = [p];
    held[0].calls++;
    return { enterLong: new Uint8Array(c.length).fill(held[0].calls % 2) };
  },
});
