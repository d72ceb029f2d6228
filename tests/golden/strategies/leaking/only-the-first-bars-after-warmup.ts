// expect: lookahead centred-window
import { strategy, ta } from "sixbtc";

const WARMUP = 200;

export default strategy({
  name: "Strategy_TRD_L0128",
  timeframe: "1h",
  direction: "long",
  warmup: WARMUP,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 100 },
  signals(c) {
    const slow = ta.ema(c.close, 200);
    const enterLong = ta.crossAbove(c.close, slow);
    // Take the trend that is already under way when we begin.
    for (let i = WARMUP; i < Math.min(WARMUP + 2, c.length); i++) {
      let above = 0;
      for (let k = 0; k < 10; k++) above += c.close[i + k] > slow[i + k] ? 1 : -1;
      if (above > 0) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
