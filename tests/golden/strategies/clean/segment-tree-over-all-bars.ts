// expect: passed
// proof: bars=300
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0026",
  timeframe: "2h",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    let size = 1;
    while (size < c.length) size *= 2;
    const tree = new Float64Array(2 * size).fill(Infinity);
    for (let i = 0; i < c.length; i++) tree[size + i] = c.low[i];
    for (let node = size - 1; node > 0; node--) tree[node] = Math.min(tree[2 * node], tree[2 * node + 1]);
    const least = (from, to) => {
      let found = Infinity;
      let a = from + size;
      let b = to + size + 1;
      while (a < b) {
        if (a & 1) found = Math.min(found, tree[a++]);
        if (b & 1) found = Math.min(found, tree[--b]);
        a >>= 1;
        b >>= 1;
      }
      return found;
    };
    const long = new Uint8Array(c.length);
    for (let i = 30; i < c.length; i++) if (c.low[i] === least(i - 29, i) && c.close[i] > c.open[i]) long[i] = 1;
    return { enterLong: long };
  },
});
