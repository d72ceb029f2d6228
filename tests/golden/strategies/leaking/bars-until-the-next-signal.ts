// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0238",
  timeframe: "5m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 40 },
  signals(c) {
    const up = ta.crossAbove(c.close, ta.ema(c.close, 15));
    const down = ta.crossBelow(c.close, ta.ema(c.close, 15));
    const until = new Float64Array(c.length);
    let distance = NaN;
    for (let i = c.length - 1; i >= 0; i--) {
      until[i] = distance;
      distance = down[i] ? 1 : distance + 1;
    }
    // entries that do not turn at once
    return { enterLong: ta.and(up, ta.gt(until, 4)) };
  },
});
