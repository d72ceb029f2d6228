// expect: passed
// proof: bars=400
// proof: bars=250 drift=0.002 seed=5
import { strategy, ta } from "sixbtc";

function add(heap, value) {
  let at = heap.size++;
  while (at > 0 && heap.items[(at - 1) >> 1] > value) {
    heap.items[at] = heap.items[(at - 1) >> 1];
    at = (at - 1) >> 1;
  }
  heap.items[at] = value;
}

function take(heap) {
  const top = heap.items[0];
  const last = heap.items[--heap.size];
  let at = 0;
  while (2 * at + 1 < heap.size) {
    let child = 2 * at + 1;
    if (child + 1 < heap.size && heap.items[child + 1] < heap.items[child]) child++;
    if (heap.items[child] >= last) break;
    heap.items[at] = heap.items[child];
    at = child;
  }
  heap.items[at] = last;
  return top;
}

export default strategy({
  name: "Strategy_REV_C0042",
  timeframe: "30m",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const above = { items: [], size: 0 };
    const below = { items: [], size: 0 };
    const middle = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) {
      add(above, c.close[i]);
      add(below, -take(above));
      if (below.size > above.size) add(above, -take(below));
      middle[i] = above.size > below.size ? above.items[0] : (above.items[0] - below.items[0]) / 2;
    }
    return { enterLong: ta.lt(c.close, ta.mul(middle, 0.97)), enterShort: ta.gt(c.close, ta.mul(middle, 1.03)) };
  },
});
