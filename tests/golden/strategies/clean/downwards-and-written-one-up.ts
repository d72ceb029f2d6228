// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0205",
  timeframe: "30m",
  direction: "long",
  warmup: 1,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = c.length - 2; i >= 0; i--) long[i + 1] = c.close[i + 1] > c.open[i] && c.close[i] < c.open[i] ? 1 : 0;
    return { enterLong: long };
  },
});
