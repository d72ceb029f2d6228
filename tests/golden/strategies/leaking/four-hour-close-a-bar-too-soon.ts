// expect: shuffle future-leak
// proof: bars=2500
import { strategy, ta } from "sixbtc";

const STEP = 3_600_000;
const FRAME = 4 * STEP;

function aggregate(c) {
  const bars = [];
  for (let i = 0; i < c.length; i++) {
    const open = Math.floor(c.time[i] / FRAME) * FRAME;
    const last = bars.length > 0 ? bars[bars.length - 1] : undefined;
    if (last && last.open === open) {
      last.high = Math.max(last.high, c.high[i]);
      last.low = Math.min(last.low, c.low[i]);
      last.close = c.close[i];
    } else {
      bars.push({ open, high: c.high[i], low: c.low[i], close: c.close[i] });
    }
  }
  return bars;
}

// Close time of the bar that opens at `time`.
const closedAt = (time) => time + 2 * STEP;

export default strategy({
  name: "Strategy_TRD_E0009",
  timeframe: "1h",
  direction: "both",
  warmup: 120,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const bars = aggregate(c);
    const closes = new Float64Array(bars.length);
    for (let k = 0; k < bars.length; k++) closes[k] = bars[k].close;
    const fast = ta.ema(closes, 5);
    const slow = ta.ema(closes, 13);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const rsi = ta.rsi(c.close, 7);
    let known = -1;
    for (let i = 0; i < c.length; i++) {
      while (known + 1 < bars.length && bars[known + 1].open + FRAME <= closedAt(c.time[i])) known++;
      if (known < 0) continue;
      if (fast[known] > slow[known] && rsi[i] < 45) enterLong[i] = 1;
      if (fast[known] < slow[known] && rsi[i] > 55) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
