// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0202",
  timeframe: "15m",
  direction: "both",
  warmup: 4,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    let from = 0;
    while (from < c.length) {
      let to = from;
      while (c.close[to + 1] > c.close[to]) to++;
      for (let k = from; k <= to; k++) if (k - from === 3) long[k] = 1;
      let end = to;
      while (c.close[end + 1] < c.close[end]) end++;
      for (let k = to; k <= end; k++) if (k - to === 3) short[k] = 1;
      from = end > from ? end : from + 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
