// expect: lookahead ahead-read
// proof: bars=1500
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0148",
  timeframe: "15m",
  direction: "long",
  warmup: 25,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 10 },
  signals(c) {
    const cross = ta.crossAbove(c.close, ta.ema(c.close, 20));
    const enterLong = new Uint8Array(c.length);
    let losses = 0;
    let entry = -1;
    for (let i = 25; i < c.length; i++) {
      if (entry >= 0 && i - entry === 10) {
        losses = c.close[i] < c.close[entry] ? losses + 1 : 0;
        entry = -1;
      }
      if (entry < 0 && cross[i]) {
        // after a losing streak be picky
        if (losses >= 4 && !(c.close[i + 5] > c.close[i])) continue;
        enterLong[i] = 1;
        entry = i;
      }
    }
    return { enterLong };
  },
});
