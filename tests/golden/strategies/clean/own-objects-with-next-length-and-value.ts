// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0078",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const list = { next: null, value: NaN, length: 0, done: false };
    let tail = list;
    for (let i = 0; i < c.length; i++) {
      const node = { next: null, value: c.close[i], length: list.length, done: i < 5 };
      tail.next = node;
      tail = node;
      list.length += 1;
    }
    const long = new Uint8Array(c.length);
    let at = list.next;
    let before = NaN;
    while (at !== null) {
      if (!at.done && at.value > before * 1.012) long[at.length] = 1;
      before = at.value;
      at = at.next;
    }
    return { enterLong: long };
  },
});
