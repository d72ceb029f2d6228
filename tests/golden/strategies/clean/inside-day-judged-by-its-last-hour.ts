// expect: passed
// proof: bars=3000
import { strategy, ta } from "sixbtc";

const DAY = 86_400_000;
const HOUR = 3_600_000;

function toDays(c) {
  const days = [];
  let current;
  for (let i = 0; i < c.length; i++) {
    const id = Math.floor(c.time[i] / DAY);
    if (!current || current.id !== id) {
      current = { id, high: c.high[i], low: c.low[i], from: i, to: i };
      days.push(current);
    }
    current.high = Math.max(current.high, c.high[i]);
    current.low = Math.min(current.low, c.low[i]);
    current.to = i;
  }
  return days;
}

const isInside = (day, before) => day.high <= before.high && day.low >= before.low;

export default strategy({
  name: "Strategy_VOL_E0042",
  timeframe: "1h",
  direction: "both",
  warmup: 48,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    // After an inside day the break of its range is taken in the direction of the drift into the close.
    const days = toDays(c);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const drift = ta.slope(c.close, 12);
    for (let d = 1; d < days.length; d++) {
      for (let i = days[d].from; i <= days[d].to; i++) {
        if (Math.floor((c.time[i] % DAY) / HOUR) !== 23) continue;
        if (!isInside(days[d], days[d - 1])) continue;
        if (drift[i] > 0) enterLong[i] = 1;
        else enterShort[i] = 1;
      }
    }
    return { enterLong, enterShort };
  },
});
