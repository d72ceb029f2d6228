// expect: passed
// proof: bars=300
// proof: bars=300 idle=0.2 seed=4
import { strategy } from "sixbtc";

function sortedOrder(column) {
  let order = [];
  for (let i = 0; i < column.length; i++) order.push(i);
  for (let width = 1; width < order.length; width *= 2) {
    const merged = [];
    for (let start = 0; start < order.length; start += 2 * width) {
      let a = start;
      let b = Math.min(start + width, order.length);
      const middle = b;
      const end = Math.min(start + 2 * width, order.length);
      while (a < middle || b < end) {
        if (b >= end || (a < middle && column[order[a]] <= column[order[b]])) merged.push(order[a++]);
        else merged.push(order[b++]);
      }
    }
    order = merged;
  }
  return order;
}

export default strategy({
  name: "Strategy_MOM_C0019",
  timeframe: "1h",
  direction: "both",
  warmup: 8,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const place = new Float64Array(c.length);
    sortedOrder(c.close).map((bar, at) => {
      place[bar] = at;
      return at;
    });
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 8; i < c.length; i++) {
      let below = 0;
      for (let k = 1; k <= 8; k++) if (place[i - k] < place[i]) below++;
      if (below === 8) long[i] = 1;
      if (below === 0) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
