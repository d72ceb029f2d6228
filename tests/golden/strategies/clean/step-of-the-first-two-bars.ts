// expect: passed
// proof: bars=400 gap=0.05
// proof: bars=300
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0167",
  timeframe: "5m",
  direction: "both",
  warmup: 2,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const step = c.time[1] - c.time[0];
    const late = new Float64Array(c.length);
    for (let i = 1; i < c.length; i++) late[i] = (c.time[i] - c.time[i - 1]) / step;
    const calm = ta.lte(late, 1);
    return { enterLong: ta.and(calm, ta.rising(c.close, 3)), enterShort: ta.and(calm, ta.falling(c.close, 3)) };
  },
});
