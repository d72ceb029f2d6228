// expect: shuffle future-leak
// proof: bars=900
import { strategy, ta } from "sixbtc";

const WINDOW = 60;

function highestBar(column, from, to) {
  let best = from;
  for (let k = from + 1; k <= to; k++) if (column[k] > column[best]) best = k;
  return best;
}

function swing(c, i) {
  let top = highestBar(c.high, i - WINDOW + 1, i);
  // The window ends in the extreme: it is not over yet.
  if (top === i) top = highestBar(c.high, i, Math.min(c.length - 1, i + 4));
  let bottom = top;
  for (let k = top; k > i - WINDOW; k--) if (c.low[k] < c.low[bottom]) bottom = k;
  return { high: c.high[top], low: c.low[bottom], top };
}

export default strategy({
  name: "Strategy_TRD_E0075",
  timeframe: "15m",
  direction: "long",
  warmup: 80,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const rsi = ta.rsi(c.close, 5);
    for (let i = WINDOW; i < c.length; i++) {
      const found = swing(c, i);
      if (!found) continue;
      const { high, low } = found;
      const height = high - low;
      if (height / low < 0.02) continue;
      const level = (high - c.close[i]) / height;
      const inPocket = level > 0.1 && level < 0.65;
      if (inPocket && c.close[i] > c.open[i] && rsi[i] > 50 && c.low[i] > low) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
