// expect: shuffle future-leak
// proof: bars=900
import { strategy } from "sixbtc";

const SPAN = 3;

function lows(c) {
  const list = [];
  for (let i = SPAN; i + SPAN < c.length; i++) {
    const window = c.low.slice(i - SPAN, i + SPAN + 1);
    if (window.every((v) => v >= c.low[i])) list.push(i);
  }
  return list;
}

function lineThrough(c, a, b) {
  const slope = (c.low[b] - c.low[a]) / (b - a);
  return (bar) => c.low[a] + slope * (bar - a);
}

function unbroken(c, line, from, to) {
  for (let k = from; k <= to && k < c.length; k++) if (c.close[k] < line(k)) return false;
  return true;
}

export default strategy({
  name: "Strategy_CDL_E0131",
  timeframe: "1h",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const list = lows(c);
    for (let n = 1; n < list.length; n++) {
      const a = list[n - 1];
      const b = list[n];
      if (c.low[b] <= c.low[a] || b - a > 50) continue;
      const line = lineThrough(c, a, b);
      if (!unbroken(c, line, a, b + 2 * SPAN)) continue;
      for (let i = b + SPAN; i < Math.min(c.length, b + 30); i++) {
        if (c.close[i] < line(i)) break;
        if (c.low[i] <= line(i) * 1.004 && c.close[i] > c.open[i]) enterLong[i] = 1;
      }
    }
    return { enterLong };
  },
});
