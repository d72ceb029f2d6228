// expect: shuffle future-leak
// proof: bars=1500
import { strategy } from "sixbtc";

const SPAN = 3;

function extremes(c) {
  const list = [];
  for (let i = SPAN; i + SPAN < c.length; i++) {
    const highs = c.high.slice(i - SPAN, i + SPAN + 1);
    const lows = c.low.slice(i - SPAN, i + SPAN + 1);
    if (highs.every((h) => h <= c.high[i])) list.push({ up: true, bar: i, known: i + SPAN, price: c.high[i] });
    else if (lows.every((l) => l >= c.low[i])) list.push({ up: false, bar: i, known: i + SPAN, price: c.low[i] });
  }
  return list;
}

function alternating(list) {
  const clean = [];
  for (const item of list) {
    const last = clean.length > 0 ? clean[clean.length - 1] : undefined;
    if (!last || last.up !== item.up) {
      clean.push(item);
    } else if (item.up === item.price > last.price) {
      clean[clean.length - 1] = item;
    }
  }
  return clean;
}

// One up, two down, three up, four down without entering wave one: the fifth is bought.
function isFourth(w) {
  if (w.length < 5 || w[4].up) return false;
  const [zero, one, two, three, four] = w;
  return two.price > zero.price && three.price > one.price && four.price > two.price;
}

export default strategy({
  name: "Strategy_TRD_E0015",
  timeframe: "1h",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const all = extremes(c);
    const cleaned = alternating(all);
    for (let k = 0; k < all.length; k++) {
      const seen = cleaned.filter((w) => w.bar <= all[k].bar);
      const waves = seen.slice(Math.max(0, seen.length - 5));
      if (isFourth(waves) && waves[4].bar === all[k].bar) enterLong[all[k].known] = 1;
    }
    return { enterLong };
  },
});
