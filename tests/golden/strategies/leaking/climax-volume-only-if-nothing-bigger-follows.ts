// expect: shuffle future-leak
// proof: bars=3500
import { strategy, ta } from "sixbtc";

function biggerWithin(column, i, before, after) {
  for (let k = i - before; k <= i + after; k++) if (k !== i && column[k] > column[i]) return true;
  return false;
}

function exhaustion(c, i) {
  const range = c.high[i] - c.low[i];
  if (range === 0) return 0;
  const place = (c.close[i] - c.low[i]) / range;
  return place > 0.6 ? 1 : place < 0.4 ? -1 : 0;
}

export default strategy({
  name: "Strategy_VOL_E0147",
  timeframe: "1h",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const mean = ta.sma(c.volume, 50);
    const deviation = ta.stddev(c.volume, 50);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 50; i < c.length; i++) {
      if (c.volume[i] < mean[i] + 1.2 * deviation[i]) continue;
      if (biggerWithin(c.volume, i, 20, 2)) continue;
      const side = exhaustion(c, i);
      if (side > 0 && c.close[i] < c.close[i - 5]) enterLong[i] = 1;
      if (side < 0 && c.close[i] > c.close[i - 5]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
