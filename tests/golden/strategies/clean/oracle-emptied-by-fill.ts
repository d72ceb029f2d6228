// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0196",
  timeframe: "30m",
  direction: "long",
  warmup: 5,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const oracle = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) if (c.close[i + 1] > c.close[i]) oracle[i] = 1;
    oracle.fill(0);
    for (let i = 5; i < c.length; i++) if (c.close[i] > c.close[i - 5] * 1.025) oracle[i] = 1;
    return { enterLong: oracle };
  },
});
