// expect: shuffle future-leak
// proof: bars=3000
import { strategy, ta } from "sixbtc";

// The turtles' first system: a breakout is left out when the last one won.
function outcome(c, entry, low, atr) {
  const price = c.close[entry];
  const stop = price - 2 * atr[entry];
  for (let k = entry + 1; k < c.length; k++) {
    if (c.low[k] <= stop) return { won: false, known: k };
    if (c.close[k] < low[k - 1]) return { won: c.close[k] > price, known: k };
  }
  return { won: false, known: Infinity };
}

export default strategy({
  name: "Strategy_TRD_E0055",
  timeframe: "1h",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const top = ta.donchian(c, 20).upper;
    const low = ta.donchian(c, 10).lower;
    const atr = ta.atr(c, 20);
    let open = [];
    let lastWon = false;
    for (let i = 60; i < c.length; i++) {
      for (const trade of open) if (trade.known <= i) lastWon = trade.won;
      open = open.filter((trade) => trade.known > i);
      if (c.close[i] <= top[i - 1] || c.close[i - 1] > top[i - 2]) continue;
      const pending = open.length > 0 ? open[open.length - 1] : undefined;
      if (pending && pending.known < Infinity) {
        if (!pending.won) enterLong[i] = 1;
      } else if (!lastWon) {
        enterLong[i] = 1;
      }
      open.push(outcome(c, i, low, atr));
    }
    return { enterLong };
  },
});
