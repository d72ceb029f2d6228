// expect: shuffle future-leak
// proof: bars=1500 gap=0.06
import { strategy } from "sixbtc";

const DAY = 86_400_000;
const BINS = 12;

function profileOf(c, from, to) {
  let low = Infinity;
  let high = -Infinity;
  for (let i = from; i < to; i++) {
    low = Math.min(low, c.low[i]);
    high = Math.max(high, c.high[i]);
  }
  const volumes = new Float64Array(BINS);
  const width = (high - low) / BINS || 1;
  for (let i = from; i < to; i++) {
    const typical = (c.high[i] + c.low[i] + c.close[i]) / 3;
    volumes[Math.min(BINS - 1, Math.floor((typical - low) / width))] += c.volume[i];
  }
  let best = 0;
  for (let b = 1; b < BINS; b++) if (volumes[b] > volumes[best]) best = b;
  return { control: low + (best + 0.5) * width, bars: to - from };
}

export default strategy({
  name: "Strategy_VOL_E0007",
  timeframe: "1h",
  direction: "both",
  warmup: 48,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    // Yesterday's point of control; a day with too few bars has no profile worth the name.
    const days = [];
    let start = 0;
    for (let i = 1; i <= c.length; i++) {
      if (i < c.length && Math.floor(c.time[i] / DAY) === Math.floor(c.time[start] / DAY)) continue;
      days.push({ start, end: i, profile: i > start ? profileOf(c, start, i) : undefined });
      start = i;
    }
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let d = 1; d < days.length; d++) {
      let source = d - 1;
      if (days[source].profile.bars < 20) source = d;
      const { control } = days[source].profile;
      for (let i = Math.max(1, days[d].start); i < days[d].end; i++) {
        if (c.close[i] > control && c.close[i - 1] <= control) enterLong[i] = 1;
        if (c.close[i] < control && c.close[i - 1] >= control) enterShort[i] = 1;
      }
    }
    return { enterLong, enterShort };
  },
});
