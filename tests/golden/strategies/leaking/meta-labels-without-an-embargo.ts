// expect: shuffle future-leak
// proof: bars=1500
import { strategy, ta } from "sixbtc";

const BARRIER = 0.03;
const LONGEST = 60;

function tripleBarrier(c, entry) {
  const price = c.close[entry];
  for (let k = entry + 1; k <= entry + LONGEST && k < c.length; k++) {
    if (c.low[k] <= price * (1 - BARRIER)) return { win: 0, end: k };
    if (c.high[k] >= price * (1 + BARRIER)) return { win: 1, end: k };
  }
  return { win: 0, end: entry + LONGEST };
}

export default strategy({
  name: "Strategy_MOM_E0115",
  timeframe: "15m",
  direction: "long",
  warmup: 100,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    // A primary rule proposes; a table of its past outcomes by regime disposes.
    const atr = ta.natr(c, 14);
    const middle = ta.sma(atr, 50);
    const proposal = ta.crossAbove(ta.ema(c.close, 5), ta.ema(c.close, 15));
    const regimeAt = (i) => (atr[i] > middle[i] ? 1 : 0);
    const samples = [];
    for (let i = 0; i < c.length; i++) {
      if (proposal[i]) samples.push({ start: i, regime: regimeAt(i), label: tripleBarrier(c, i) });
    }
    const enterLong = new Uint8Array(c.length);
    for (const { start, regime } of samples) {
      const known = samples.filter((s) => s.start < start && s.regime === regime);
      const recent = known.slice(Math.max(0, known.length - 8));
      if (recent.length < 4) continue;
      const wins = recent.reduce((sum, s) => sum + s.label.win, 0);
      if (wins / recent.length >= 0.5) enterLong[start] = 1;
    }
    return { enterLong };
  },
});
