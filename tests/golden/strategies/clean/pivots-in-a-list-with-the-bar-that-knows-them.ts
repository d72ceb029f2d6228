// expect: passed
// proof: bars=400
// proof: bars=300 drift=0.001 seed=5
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0012",
  timeframe: "1h",
  direction: "long",
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const pivots = [];
    const k = 4;
    for (let i = k; i + k < c.length; i++) {
      let isPivot = true;
      for (let j = i - k; j <= i + k; j++) if (j !== i && c.low[j] <= c.low[i]) isPivot = false;
      if (isPivot) pivots.push({ price: c.low[i], knownAt: i + k });
    }
    const long = new Uint8Array(c.length);
    let next = 0;
    let support = NaN;
    for (let i = 0; i < c.length; i++) {
      while (next < pivots.length && pivots[next].knownAt <= i) {
        support = pivots[next].price;
        next++;
      }
      if (c.low[i] < support && c.close[i] > support) long[i] = 1;
    }
    return { enterLong: long };
  },
});
