// expect: shuffle future-leak
// proof: bars=1200
import { strategy, ta } from "sixbtc";

const DAY = 86_400_000;
const STEP = 1_800_000;
const minuteOf = (t) => Math.floor((t % DAY) / 60_000);

// Bars at which the book is squared: the last one before 21:00 of days that went against us.
function squaringBars(c) {
  const due = new Uint8Array(c.length);
  let open = NaN;
  for (let i = 0; i < c.length; i++) {
    if (minuteOf(c.time[i]) === 0) open = c.open[i];
    if (minuteOf(c.time[i]) === 19 * 60 && !Number.isNaN(open)) {
      const at = Math.min(c.length - 1, i + 3);
      if (c.close[at] < open) due[Math.min(c.length - 1, i)] = 1;
    }
  }
  return due;
}

export default strategy({
  name: "Strategy_TRD_E0119",
  timeframe: "30m",
  direction: "long",
  warmup: 48,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const closing = squaringBars(c);
    const morning = c.time.map((t) => (minuteOf(t) < 10 * 60 ? 1 : 0));
    const fast = ta.ema(c.close, 7);
    const slow = ta.ema(c.close, 21);
    return {
      enterLong: ta.and(ta.crossAbove(fast, slow), ta.eq(morning, 1)),
      exitLong: ta.or(closing, ta.crossBelow(fast, ta.mul(slow, 0.995))),
    };
  },
});
