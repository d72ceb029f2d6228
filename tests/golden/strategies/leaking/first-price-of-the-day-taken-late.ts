// expect: shuffle future-leak
// proof: bars=1500 idle=0.2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0423",
  timeframe: "1h",
  direction: "both",
  warmup: 24,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 24 },
  signals(c) {
    // The day's open is the first price at which something traded.
    const opens = [];
    const dayOf = (i) => Math.floor(c.time[i] / 86400000) - Math.floor(c.time[0] / 86400000);
    for (let i = 0; i < c.length; i++) if (c.volume[i] > 0) opens[dayOf(i)] = opens[dayOf(i)] ?? c.close[i];
    const relative = c.close.map((v, i) => v / (opens[dayOf(i)] ?? v) - 1);
    return { enterLong: ta.gt(relative, 0.006), enterShort: ta.lt(relative, -0.006) };
  },
});
