// expect: shuffle future-leak
// proof: bars=3000
// proof: bars=3000 seed=2
import { strategy, ta } from "sixbtc";

const HORIZON = 30;
const TARGET = 0.02;

// First barrier that is touched, and when.
function label(c, i) {
  for (let k = i + 1; k <= i + HORIZON; k++) {
    if (c.low[k] <= c.close[i] * (1 - TARGET)) return { win: 0, end: k };
    if (c.high[k] >= c.close[i] * (1 + TARGET)) return { win: 1, end: k };
  }
  return { win: 0, end: i + HORIZON };
}

export default strategy({
  name: "Strategy_MOM_E0231",
  timeframe: "1h",
  direction: "long",
  warmup: 80,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const proposal = ta.crossAbove(ta.rsi(c.close, 9), 50);
    const samples = [];
    for (let i = 20; i + HORIZON < c.length; i++) {
      if (proposal[i]) samples.push(label(c, i));
    }
    const enterLong = new Uint8Array(c.length);
    for (let i = 80; i < c.length; i++) {
      if (!proposal[i]) continue;
      const closed = samples.filter((s) => s.end < i).slice(-5);
      if (closed.length < 5) continue;
      if (closed.reduce((sum, s) => sum + s.win, 0) >= 3) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
