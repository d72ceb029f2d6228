// expect: passed
// proof: bars=2000 start=1709337600000
import { strategy } from "sixbtc";

const DAY = 86_400_000;
const weekday = (t) => (Math.floor(t / DAY) + 4) % 7;
const hour = (t) => Math.floor((t % DAY) / 3_600_000);

function fold(column, from, to, pick) {
  let value = column[from];
  for (let i = from + 1; i < to; i++) value = pick(value, column[i]);
  return value;
}

export default strategy({
  name: "Strategy_REV_E0018",
  timeframe: "1h",
  direction: "both",
  warmup: 24,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    let friday = NaN;
    for (let i = 1; i < c.length; i++) {
      const day = weekday(c.time[i]);
      if (day === 5 && hour(c.time[i]) === 21) friday = c.close[i];
      if (day !== 1 || Number.isNaN(friday)) continue;
      const opening = i - hour(c.time[i]);
      if (opening < 0 || hour(c.time[i]) !== 6) continue;
      const gap = c.open[opening] / friday - 1;
      const until = Math.min(c.length, opening + 7);
      const lowest = fold(c.low, opening, until, Math.min);
      const highest = fold(c.high, opening, until, Math.max);
      // A gap that is still open after six hours tends to run on.
      if (gap > 0.002 && lowest > friday) enterLong[i] = 1;
      if (gap < -0.002 && highest < friday) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
