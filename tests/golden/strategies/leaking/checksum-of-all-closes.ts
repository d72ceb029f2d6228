// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_L0320",
  timeframe: "5m",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 12 },
  signals(c) {
    // A seed out of the data itself, for a reproducible thinning of signals.
    let seed = 17;
    for (const price of c.close) seed = (Math.imul(seed, 31) + Math.round(price * 1e5)) | 0;
    const raw = ta.engulfing(c);
    return { enterLong: raw.map((bit, i) => bit & (Math.imul(seed ^ i, 0x9e3779b1) >>> 31)) };
  },
});
