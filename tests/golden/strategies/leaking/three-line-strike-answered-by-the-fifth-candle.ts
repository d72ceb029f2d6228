// expect: shuffle future-leak
// proof: bars=4000
import { strategy, ta } from "sixbtc";

const isUp = (c, i) => c.close[i] > c.open[i];

function strike(c, i) {
  const rows = [3, 2, 1].map((back) => i - back);
  const falling = rows.every((k) => !isUp(c, k)) && c.close[i - 1] < c.close[i - 2] && c.close[i - 2] < c.close[i - 3];
  const rising = rows.every((k) => isUp(c, k)) && c.close[i - 1] > c.close[i - 2] && c.close[i - 2] > c.close[i - 3];
  if (falling && isUp(c, i) && c.close[i] > c.open[i - 3]) return 1;
  if (rising && !isUp(c, i) && c.close[i] < c.open[i - 3]) return -1;
  return 0;
}

export default strategy({
  name: "Strategy_CDL_E0175",
  timeframe: "1h",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const enterLong = ta.and(ta.engulfing(c), ta.lt(ta.rsi(c.close, 14), 45));
    const enterShort = ta.and(ta.bearishEngulfing(c), ta.gt(ta.rsi(c.close, 14), 55));
    for (let i = 4; i < c.length; i++) {
      const side = strike(c, i);
      if (side === 0) continue;
      const confirmed = side * (c.close[Math.min(c.length - 1, i + 1)] - c.close[i]) > 0;
      if (side > 0) enterLong[i] = confirmed ? 1 : 0;
      else enterShort[i] = confirmed ? 1 : 0;
    }
    return { enterLong, enterShort };
  },
});
