// expect: shuffle future-leak
// proof: bars=1500
import { strategy, ta } from "sixbtc";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// The trading day begins at 22:00.
const sessionOf = (time) => Math.floor((time + 2 * HOUR) / DAY);
const calendarOf = (time) => Math.floor(time / DAY);

function sessions(c) {
  const list = [];
  const first = c.length > 0 ? sessionOf(c.time[0]) : 0;
  for (let i = 0; i < c.length; i++) {
    const k = sessionOf(c.time[i]) - first;
    while (list.length <= k) list.push({ open: c.open[i], high: -Infinity, low: Infinity, close: c.open[i] });
    const s = list[k];
    s.high = Math.max(s.high, c.high[i]);
    s.low = Math.min(s.low, c.low[i]);
    s.close = c.close[i];
  }
  return { list, first };
}

function typeOf({ open, high, low, close }) {
  const range = high - low;
  return range > 0 ? (close - open) / range : 0;
}

export default strategy({
  name: "Strategy_MOM_E0099",
  timeframe: "30m",
  direction: "both",
  warmup: 96,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const { list, first } = sessions(c);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const fast = ta.ema(c.close, 5);
    const slow = ta.ema(c.close, 20);
    for (let i = 1; i < c.length; i++) {
      const today = calendarOf(c.time[i] + 4 * HOUR) - first;
      const yesterday = list[today - 1];
      if (!yesterday) continue;
      const type = typeOf(yesterday);
      if (type > 0.3 && fast[i] > slow[i] && fast[i - 1] <= slow[i - 1]) enterLong[i] = 1;
      if (type < -0.3 && fast[i] < slow[i] && fast[i - 1] >= slow[i - 1]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
