// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000002b",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const q = { items: [], head: 0 };
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      while (q.items.length > q.head && c.high[q.items[q.items.length - 1]] <= c.high[i]) q.items.length -= 1;
      q.items.push(i);
      while (q.items[q.head] <= i - 20) q.head++;
      if (i >= 20 && q.items[q.head] === i) long[i] = 1;
    }
    return { enterLong: long };
  },
});
