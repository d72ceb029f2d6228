// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0237",
  timeframe: "15m",
  direction: "short",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 16 },
  signals(c) {
    const remaining = new Float64Array(c.length);
    let left = 0;
    for (let i = c.length; i-- > 0; ) {
      remaining[i] = left;
      left = left * 0.8 + c.volume[i];
    }
    return { enterShort: ta.and(ta.crossBelow(c.close, ta.ema(c.close, 10)), ta.gt(remaining, ta.mul(ta.sma(c.volume, 30), 5))) };
  },
});
