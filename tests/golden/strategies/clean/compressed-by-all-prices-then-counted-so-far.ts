// expect: passed
// proof: bars=350
// proof: bars=250 jump=0.05 seed=3
import { strategy } from "sixbtc";

function ordered(column) {
  const heap = [];
  for (const value of column) {
    let at = heap.length;
    heap.push(value);
    while (at > 0 && heap[(at - 1) >> 1] < heap[at]) {
      const parent = (at - 1) >> 1;
      const bigger = heap[at];
      heap[at] = heap[parent];
      heap[parent] = bigger;
      at = parent;
    }
  }
  for (let end = heap.length - 1; end > 0; end--) {
    const last = heap[end];
    heap[end] = heap[0];
    let at = 0;
    for (let child = 1; child < end; child = 2 * at + 1) {
      if (child + 1 < end && heap[child + 1] > heap[child]) child++;
      if (heap[child] <= last) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
  }
  return heap;
}

function placeOf(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export default strategy({
  name: "Strategy_REV_C0027",
  timeframe: "1h",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const sorted = ordered(c.close);
    const tree = new Float64Array(c.length + 2);
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const place = placeOf(sorted, c.close[i]) + 1;
      let below = 0;
      for (let k = place - 1; k > 0; k -= k & -k) below += tree[k];
      for (let k = place; k < tree.length; k += k & -k) tree[k] += 1;
      const share = below / (i + 1);
      if (share < 0.02) long[i] = 1;
      if (share > 0.95) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
