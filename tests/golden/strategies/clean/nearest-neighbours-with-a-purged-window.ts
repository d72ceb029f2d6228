// expect: passed
// proof: bars=450
import { strategy, ta } from "sixbtc";

const HORIZON = 6;
const NEIGHBOURS = 9;

function distance(a, b) {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] - b[k]) ** 2;
  return Math.sqrt(sum);
}

// Keeps the list sorted by distance, in place.
function insert(best, far, j) {
  if (best.length < NEIGHBOURS) best.push({ far, j });
  else best[NEIGHBOURS - 1] = { far, j };
  for (let k = best.length - 1; k > 0 && best[k - 1].far > best[k].far; k--) {
    const swap = best[k];
    best[k] = best[k - 1];
    best[k - 1] = swap;
  }
}

export default strategy({
  name: "Strategy_MOM_E0004",
  timeframe: "1h",
  direction: "long",
  warmup: 150,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const rsi = ta.rsi(c.close, 14);
    const roc = ta.roc(c.close, 10);
    const natr = ta.natr(c, 14);
    const rows = [];
    for (let i = 0; i < c.length; i++) rows.push([rsi[i] / 100, roc[i] * 5, natr[i] / 2]);
    const label = (j) => Math.sign(c.close[j + HORIZON] - c.close[j]);
    const enterLong = new Uint8Array(c.length);
    for (let i = 150; i < c.length; i++) {
      const best = [];
      for (let j = i - 100; j + HORIZON <= i; j++) {
        const far = distance(rows[i], rows[j]);
        if (best.length < NEIGHBOURS || far < best[best.length - 1].far) insert(best, far, j);
      }
      const votes = best.reduce((sum, b) => sum + label(b.j), 0);
      if (votes >= 5 && rsi[i] > 45) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
