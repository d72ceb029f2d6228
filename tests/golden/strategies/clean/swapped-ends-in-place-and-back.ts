// expect: passed
import { strategy, ta } from "sixbtc";

function flip(column) {
  for (let a = 0, b = column.length - 1; a < b; a++, b--) {
    const kept = column[a];
    column[a] = column[b];
    column[b] = kept;
  }
  return column;
}

export default strategy({
  name: "Strategy_CDL_C0088",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const bodies = flip(c.close.map((price, i) => price - c.open[i]));
    const ranges = flip(ta.sub(c.high, c.low));
    const share = flip(bodies.map((body, i) => (ranges[i] > 0 ? body / ranges[i] : 0)));
    return { enterLong: ta.gt(share, 0.85), enterShort: ta.lt(share, -0.85) };
  },
});
