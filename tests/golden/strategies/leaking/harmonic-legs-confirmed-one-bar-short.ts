// expect: shuffle future-leak
// proof: bars=2000
import { strategy } from "sixbtc";

const LEFT = 4;
const RIGHT = 3;
const confirmation = () => RIGHT - 1;

function isPivot(column, i, sign) {
  if (i < LEFT || i + RIGHT >= column.length) return false;
  for (let k = i - LEFT; k <= i + RIGHT; k++) {
    if (k !== i && sign * column[k] >= sign * column[i]) return false;
  }
  return true;
}

const near = (value, target) => Math.abs(value - target) < 0.18;

export default strategy({
  name: "Strategy_CDL_E0013",
  timeframe: "1h",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const pivots = [];
    for (let i = 0; i < c.length; i++) {
      if (isPivot(c.high, i, 1)) pivots.push({ i, price: c.high[i], up: true });
      if (isPivot(c.low, i, -1)) pivots.push({ i, price: c.low[i], up: false });
    }
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    // AB = CD: two legs of like size around a retracement of about 0.618.
    for (let k = 3; k < pivots.length; k++) {
      const [a, b, p, d] = pivots.slice(k - 3, k + 1);
      if (a.up === b.up || b.up === p.up || p.up === d.up) continue;
      const ab = Math.abs(b.price - a.price);
      const retraced = Math.abs(p.price - b.price) / ab;
      const projected = Math.abs(d.price - p.price) / ab;
      if (!near(retraced, 0.618) || Math.abs(projected - 1) > 0.5) continue;
      const bar = d.i + confirmation();
      if (bar >= c.length) continue;
      if (d.up) enterShort[bar] = 1;
      else enterLong[bar] = 1;
    }
    return { enterLong, enterShort };
  },
});
