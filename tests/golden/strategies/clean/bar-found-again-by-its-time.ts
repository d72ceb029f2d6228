// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0140",
  timeframe: "4h",
  direction: "short",
  warmup: 1,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const short = new Uint8Array(c.length);
    for (const time of c.time) {
      const t = c.time.indexOf(time);
      if (t >= 0 && c.close[t] < c.low[t - 1] && c.close[t - 1] < c.close[t - 2]) short[t] = 1;
    }
    return { enterShort: short };
  },
});
