// expect: shuffle future-leak
// proof: bars=1100
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0261",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const cross = ta.crossAbove(ta.ema(c.close, 3), ta.ema(c.close, 12));
    // Too many signals mean a noisy market: then take only every other one.
    let count = 0;
    for (const bit of cross) count += bit;
    if (count < 60) return { enterLong: cross };
    let n = 0;
    return { enterLong: cross.map((bit) => (bit ? n++ & 1 : 0)) };
  },
});
