// expect: shuffle future-leak
// proof: bars=4000
import { strategy, ta } from "sixbtc";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const dayOf = (t) => Math.floor(t / DAY);
const hourOf = (t) => Math.floor((t % DAY) / HOUR);

function asianRanges(c) {
  const ranges = [];
  for (let i = 0; i < c.length; i++) {
    if (hourOf(c.time[i]) >= 8) continue;
    const last = ranges.length > 0 ? ranges[ranges.length - 1] : undefined;
    if (last && last.day === dayOf(c.time[i])) {
      last.high = Math.max(last.high, c.high[i]);
      last.low = Math.min(last.low, c.low[i]);
    } else {
      ranges.push({ day: dayOf(c.time[i]), high: c.high[i], low: c.low[i] });
    }
  }
  return ranges;
}

export default strategy({
  name: "Strategy_REV_E0001",
  timeframe: "15m",
  direction: "both",
  warmup: 96,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    // London turns at one side of the Asian range.
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const ranges = asianRanges(c);
    const rsi = ta.rsi(c.close, 14);
    let at = 0;
    for (let i = 0; i < c.length; i++) {
      const day = dayOf(c.time[i]);
      while (at < ranges.length && ranges[at].day < day) at++;
      const range = ranges[at];
      if (!range || range.day !== day) continue;
      const hour = hourOf(c.time[i]);
      if (hour < 7 || hour >= 14) continue;
      const width = range.high - range.low;
      if (width <= 0 || width / c.close[i] > 0.2) continue;
      const place = (c.close[i] - range.low) / width;
      if (place < 0.25 && c.close[i] > c.open[i] && rsi[i] < 50) enterLong[i] = 1;
      if (place > 0.75 && c.close[i] < c.open[i] && rsi[i] > 50) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
