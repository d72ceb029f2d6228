// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

function kth(values, k) {
  const a = values.slice(0);
  let lo = 0;
  let hi = a.length - 1;
  while (lo < hi) {
    const pivot = a[(lo + hi) >> 1];
    let i = lo;
    let j = hi;
    while (i <= j) {
      while (a[i] < pivot) i++;
      while (a[j] > pivot) j--;
      if (i <= j) { const t = a[i]; a[i] = a[j]; a[j] = t; i++; j--; }
    }
    if (k <= j) hi = j;
    else if (k >= i) lo = i;
    else break;
  }
  return a[k];
}

export default strategy({
  name: "Strategy_REV_L0039",
  timeframe: "15m",
  direction: "long",
  warmup: 0,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 100 },
  signals(c) {
    const typical = kth(c.volume, c.volume.length >> 1);
    return { enterLong: ta.and(ta.gt(c.volume, typical), ta.gt(c.close, c.open)) };
  },
});
