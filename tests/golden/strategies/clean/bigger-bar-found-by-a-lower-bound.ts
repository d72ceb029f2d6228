// expect: passed
// proof: bars=900
import { strategy, ta } from "sixbtc";

const BIG = 3_600_000;

// Number of entries of `times` that lie before (or at) `time`.
function countUntil(times, time) {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (times[middle] < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

export default strategy({
  name: "Strategy_TRD_E0062",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const opens = [];
    const closes = [];
    for (let i = 0; i < c.length; i++) {
      const open = Math.floor(c.time[i] / BIG) * BIG;
      if (opens.length === 0 || opens[opens.length - 1] !== open) {
        opens.push(open);
        closes.push(c.close[i]);
      } else {
        closes[closes.length - 1] = c.close[i];
      }
    }
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const atr = ta.atr(c, 14);
    for (let i = 60; i < c.length; i++) {
      // The last hour that had ended when this bar opened.
      const hour = Math.floor(c.time[i] / BIG) * BIG;
      const at = countUntil(opens, hour) - 1;
      if (at < 3) continue;
      const momentum = closes[at] - closes[at - 2];
      const pullback = c.close[i] - closes[at];
      if (momentum > 2 * atr[i] && pullback < -0.2 * atr[i]) enterLong[i] = 1;
      if (momentum < -2 * atr[i] && pullback > 0.2 * atr[i]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
