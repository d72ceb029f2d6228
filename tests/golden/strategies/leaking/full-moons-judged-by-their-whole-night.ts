// expect: shuffle future-leak
// proof: bars=3000
import { strategy, ta } from "sixbtc";

const CYCLE = 29.530588 * 86_400_000;
const KNOWN = 1_706_203_440_000;
const HOUR = 3_600_000;

function phase(t) {
  const turns = (t - KNOWN) / CYCLE;
  return turns - Math.floor(turns);
}

const isFull = (t) => phase(t) < HOUR / CYCLE;

export default strategy({
  name: "Strategy_MOM_E0165",
  timeframe: "1h",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const trend = ta.slope(c.close, 24);
    const rsi = ta.rsi(c.close, 14);
    const enterLong = ta.and(ta.gt(trend, 0), ta.crossAbove(rsi, 40));
    const enterShort = ta.and(ta.lt(trend, 0), ta.crossBelow(rsi, 60));
    for (let i = 60; i < c.length; i++) {
      if (!isFull(c.time[i])) continue;
      const night = c.close.slice(i, i + 12);
      const last = night[night.length - 1];
      if (last > c.close[i] * 1.002) enterLong[i] = 1;
      if (last < c.close[i] * 0.998) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
