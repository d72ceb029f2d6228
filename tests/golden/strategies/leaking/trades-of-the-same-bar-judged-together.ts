// expect: lookahead whole-series
// proof: bars=3000
import { strategy, ta } from "sixbtc";

// Two systems; where both speak in one bar, the one that fares better next is asked for the casting vote.
function castingVote(c, i, history) {
  let a = 0;
  let b = 0;
  for (const h of history) {
    if (h.bar > i) continue;
    const move = (c.close[h.bar + 3] ?? c.close[c.length - 1]) / c.close[h.bar] - 1;
    a += h.a * move;
    b += h.b * move;
  }
  return a >= b ? "a" : "b";
}

export default strategy({
  name: "Strategy_REV_E0117",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const bands = ta.bbands(c.close, 20, 2);
    const rsi = ta.rsi(c.close, 3);
    const fade = (i) => (c.close[i] > bands.upper[i] ? -1 : c.close[i] < bands.lower[i] ? 1 : 0);
    const follow = (i) => (rsi[i] > 92 && rsi[i - 1] > 60 ? 1 : rsi[i] < 8 && rsi[i - 1] < 40 ? -1 : 0);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    let history = [];
    for (let i = 20; i < c.length; i++) {
      const a = fade(i);
      const b = follow(i);
      if (a === 0 && b === 0) continue;
      let side = a !== 0 ? a : b;
      history.push({ bar: i, a, b });
      if (a !== 0 && b !== 0) side = castingVote(c, i, history) === "a" ? a : b;
      history = history.slice(-12);
      if (side > 0) enterLong[i] = 1;
      if (side < 0) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
