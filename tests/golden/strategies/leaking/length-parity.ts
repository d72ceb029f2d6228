// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_L0051",
  timeframe: "15m",
  direction: "long",
  warmup: 5,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 10 },
  signals(c) {
    const hammer = ta.hammer(c);
    const enterLong = new Uint8Array(c.length);
    for (let i = c.length & 1; i < c.length; i += 2) enterLong[i] = hammer[i] || c.close[i] > c.open[i] ? 1 : 0;
    return { enterLong };
  },
});
