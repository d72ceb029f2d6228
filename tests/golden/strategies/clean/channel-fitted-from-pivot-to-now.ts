// expect: passed
// proof: bars=700
import { strategy, ta } from "sixbtc";

function fitLine(column, from, to) {
  const n = to - from + 1;
  let sx = 0;
  let sy = 0;
  let sxy = 0;
  let sxx = 0;
  for (let k = 0; k < n; k++) {
    const y = column[from + k];
    sx += k;
    sy += y;
    sxy += k * y;
    sxx += k * k;
  }
  const slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
  return { slope, at: (bar) => (sy - slope * sx) / n + slope * (bar - from) };
}

function pivotBars(c, span) {
  const highest = ta.highest(c.high, 2 * span + 1);
  const bars = [];
  for (let i = 2 * span; i < c.length; i++) if (c.high[i - span] === highest[i]) bars.push(i - span);
  return bars;
}

export default strategy({
  name: "Strategy_TRD_E0044",
  timeframe: "1h",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const span = 6;
    const bars = pivotBars(c, span);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    let segment = -1;
    const atr = ta.atr(c, 14);
    for (let i = 40; i < c.length; i++) {
      while (segment + 1 < bars.length && bars[segment + 1] + span <= i) segment++;
      if (segment < 0) continue;
      const from = bars[segment];
      const to = i;
      if (to - from < 6) continue;
      const line = fitLine(c.close, from, to);
      const off = (c.close[i] - line.at(i)) / atr[i];
      if (off > 1.2 && line.slope > 0) enterLong[i] = 1;
      if (off < -1.2 && line.slope < 0) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
