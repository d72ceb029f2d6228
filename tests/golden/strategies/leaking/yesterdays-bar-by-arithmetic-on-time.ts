// expect: shuffle future-leak
// proof: bars=1500 gap=0.04
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0420",
  timeframe: "2h",
  direction: "long",
  warmup: 24,
  exits: { stop: { kind: "percent", value: 0.04 }, maxBars: 12 },
  signals(c) {
    const step = 2 * 3600000;
    // same time yesterday
    const yesterday = (i) => Math.round((c.time[i] - 24 * 3600000 - c.time[0]) / step);
    const enterLong = new Uint8Array(c.length);
    for (let i = 24; i < c.length; i++) {
      if (c.close[i] > c.close[yesterday(i)] * 1.03) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
