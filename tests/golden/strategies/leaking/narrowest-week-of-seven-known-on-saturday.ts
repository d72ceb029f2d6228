// expect: shuffle future-leak
// proof: bars=2000
import { strategy } from "sixbtc";

const WEEK = 7 * 86_400_000;
const weekOf = (t) => Math.floor((t - 4 * 86_400_000) / WEEK);

function weeksOf(c) {
  const weeks = [];
  for (let i = 0; i < c.length; i++) {
    const id = weekOf(c.time[i]);
    if (weeks.length === 0 || weeks[weeks.length - 1].id !== id) {
      weeks.push({ id, from: i, to: i, high: c.high[i], low: c.low[i] });
    }
    const w = weeks[weeks.length - 1];
    w.to = i;
    w.high = Math.max(w.high, c.high[i]);
    w.low = Math.min(w.low, c.low[i]);
  }
  return weeks;
}

export default strategy({
  name: "Strategy_VOL_E0171",
  timeframe: "1d",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const weeks = weeksOf(c);
    for (let n = 6; n < weeks.length; n++) {
      const range = weeks[n].high - weeks[n].low;
      const isNarrow = weeks.slice(n - 6, n).every((w) => w.high - w.low > range);
      if (!isNarrow) continue;
      const bar = weeks[n].from + 5;
      if (bar > weeks[n].to) continue;
      if (c.close[bar] > c.open[weeks[n].from]) enterLong[bar] = 1;
      else enterShort[bar] = 1;
    }
    return { enterLong, enterShort };
  },
});
