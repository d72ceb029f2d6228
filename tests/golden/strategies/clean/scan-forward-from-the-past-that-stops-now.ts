// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0165",
  timeframe: "15m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let t = 30; t < c.length; t++) {
      let j = t - 30;
      while (j < t && c.low[j] > c.close[t]) j++;
      if (j === t) long[t] = 1;
      for (j = t - 30; j < c.length && j !== t && c.high[j] < c.close[t]; j++) continue;
      if (j === t) short[t] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
