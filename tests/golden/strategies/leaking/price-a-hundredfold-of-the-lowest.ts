// expect: shuffle future-leak
// proof: bars=1500 drift=0.006
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0332",
  timeframe: "1d",
  direction: "long",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.15 }, maxBars: 60 },
  signals(c) {
    const enterLong = ta.crossAbove(ta.ema(c.close, 10), ta.ema(c.close, 30));
    let low = Infinity;
    const late = [];
    for (let i = 0; i < c.length; i++) {
      low = Math.min(low, c.low[i]);
      if (c.close[i] > 100 * low) late.push(i);
    }
    for (const i of late) enterLong[i] = c.close[i] < c.close[i + 1] && c.close[i] < c.close[i - 1] ? 1 : 0;
    return { enterLong };
  },
});
