// expect: passed
import { strategy } from "sixbtc";

function push(heap, event) {
  let at = heap.count;
  heap.items[at] = event;
  heap.count += 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (heap.items[parent].bar <= heap.items[at].bar) break;
    const other = heap.items[parent];
    heap.items[parent] = heap.items[at];
    heap.items[at] = other;
    at = parent;
  }
}

function pop(heap) {
  const top = heap.items[0];
  heap.count -= 1;
  heap.items[0] = heap.items[heap.count];
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    if (left >= heap.count) break;
    const right = left + 1;
    const least = right < heap.count && heap.items[right].bar < heap.items[left].bar ? right : left;
    if (heap.items[at].bar <= heap.items[least].bar) break;
    const other = heap.items[least];
    heap.items[least] = heap.items[at];
    heap.items[at] = other;
    at = least;
  }
  return top;
}

export default strategy({
  name: "Strategy_MOM_C0038",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const heap = { items: [], count: 0 };
    const long = new Uint8Array(c.length);
    let open = 0;
    for (let i = 1; i < c.length; i++) {
      while (heap.count > 0 && heap.items[0].bar <= i) open += pop(heap).change;
      if (c.close[i] > c.close[i - 1] * 1.008) {
        push(heap, { bar: i + 1 + (i % 7), change: 1 });
        push(heap, { bar: i + 9 + (i % 5), change: -1 });
      }
      if (open >= 3) long[i] = 1;
    }
    return { enterLong: long };
  },
});
