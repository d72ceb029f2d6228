// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_L0009",
  timeframe: "30m",
  direction: "long",
  warmup: 2,
  exits: { stop: { kind: "swing", lookback: 6 }, maxBars: 20 },
  signals(c) {
    const mask = ta.engulfing(c);
    const early = new Uint8Array(c.length);
    let at = -1;
    for (const bit of mask) {
      if (bit === 1) early[at] = 1;
      at++;
    }
    return { enterLong: early };
  },
});
