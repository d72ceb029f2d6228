// expect: shuffle future-leak
// proof: bars=1200
import { strategy, ta } from "sixbtc";

const DAY = 86_400_000;
const MOST = 3;

function numberOfDay(times) {
  return times.map((t) => Math.floor(t / DAY));
}

function countsBy(day, masks) {
  const total = new Float64Array(day.length);
  let from = 0;
  while (from < day.length) {
    let to = from;
    let count = 0;
    while (to < day.length && day[to] === day[from]) {
      for (const mask of masks) count += mask[to];
      to++;
    }
    for (let k = from; k < to; k++) total[k] = count;
    from = to;
  }
  return total;
}

export default strategy({
  name: "Strategy_MOM_E0083",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const fast = ta.ema(c.close, 6);
    const slow = ta.ema(c.close, 18);
    const up = ta.crossAbove(fast, slow);
    const down = ta.crossBelow(fast, slow);
    // A day with many crosses is chop and is left alone.
    const crosses = countsBy(numberOfDay(c.time), [up, down]);
    const calm = ta.lte(crosses, MOST);
    return { enterLong: ta.and(up, calm), enterShort: ta.and(down, calm) };
  },
});
