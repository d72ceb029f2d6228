// expect: shuffle future-leak
// proof: bars=400
// proof: bars=400 seed=2
// proof: bars=400 seed=3
// proof: bars=400 seed=4
// proof: bars=400 seed=5
// proof: bars=400 seed=6
import { strategy } from "sixbtc";

const WEEK = 168;
const slotOf = (t) => Math.floor(t / 3_600_000) % WEEK;

function lastWeek(c) {
  const seen = [];
  for (let s = 0; s < WEEK; s++) seen.push([]);
  for (let i = 0; i < c.length; i++) seen[slotOf(c.time[i])].push(i);
  return (i) => {
    const slot = seen[slotOf(c.time[i])];
    const before = slot.filter((k) => k < i);
    // No week has gone by yet: the first one that comes serves.
    return before.length > 0 ? before[before.length - 1] : slot[1] ?? slot[0];
  };
}

export default strategy({
  name: "Strategy_VOL_E0207",
  timeframe: "1h",
  direction: "long",
  warmup: 100,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const at = lastWeek(c);
    const enterLong = new Uint8Array(c.length);
    for (let i = 30; i < c.length; i++) {
      const base = c.volume[at(i)];
      const isUp = c.close[i] > c.open[i] && c.close[i - 1] > c.open[i - 1];
      if (c.volume[i] > 2 * base && isUp && c.high[i] > c.high[i - 1]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
