// expect: shuffle future-leak
// proof: bars=3000
import { strategy, ta } from "sixbtc";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const weekday = (t) => (Math.floor(t / DAY) + 4) % 7;

// Bar of the next Sunday evening, when the week's first futures trade; the last bar where there is none.
function sundayAfter(c, i) {
  let k = i;
  while (k < c.length - 1 && !(weekday(c.time[k]) === 0 && Math.floor((c.time[k] % DAY) / HOUR) === 22)) k++;
  return k;
}

export default strategy({
  name: "Strategy_TRD_E0157",
  timeframe: "1h",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const fast = ta.ema(c.close, 10);
    const slow = ta.ema(c.close, 40);
    const exitLong = ta.crossBelow(fast, slow);
    for (let i = 60; i < c.length; i++) {
      if (weekday(c.time[i]) !== 5 || Math.floor((c.time[i] % DAY) / HOUR) !== 20) continue;
      const isLong = fast[i] > slow[i];
      // Carrying over the weekend pays only where it opens above Friday.
      if (isLong && c.open[sundayAfter(c, i)] < c.close[i]) exitLong[i] = 1;
    }
    return { enterLong: ta.crossAbove(fast, slow), exitLong };
  },
});
