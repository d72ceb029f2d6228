// expect: shuffle future-leak
// proof: bars=3000
// proof: bars=3000 seed=2
import { strategy, ta } from "sixbtc";

const SPAN = 5;

function known(c, i, atr) {
  // A fall of two ranges needs no further waiting.
  for (let k = 1; k < SPAN; k++) if (c.close[i + k] < c.high[i] - 2 * atr[i]) return i + k;
  return i + SPAN;
}

export default strategy({
  name: "Strategy_REV_E0235",
  timeframe: "15m",
  direction: "short",
  warmup: 40,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const atr = ta.atr(c, 14);
    const enterShort = new Uint8Array(c.length);
    for (let i = 20; i + SPAN < c.length; i++) {
      let isTop = true;
      for (let k = 1; k <= SPAN && isTop; k++) isTop = c.high[i] >= c.high[i - k];
      if (!isTop) continue;
      const bar = known(c, i, atr);
      for (let k = i + 1; k <= bar && isTop; k++) isTop = c.high[k] <= c.high[i];
      if (isTop) enterShort[bar] = 1;
    }
    return { enterShort };
  },
});
