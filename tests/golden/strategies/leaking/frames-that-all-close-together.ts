// expect: lookahead ahead-read
// proof: bars=4000
import { strategy, ta } from "sixbtc";

const MINUTE = 60_000;
const FRAMES = [5, 15, 60];

function openOf(c, i, minutes) {
  const start = c.time[i] - (c.time[i] % (minutes * MINUTE));
  let k = i;
  while (k > 0 && c.time[k - 1] >= start) k--;
  return c.open[k];
}

export default strategy({
  name: "Strategy_MOM_E0173",
  timeframe: "1m",
  direction: "both",
  warmup: 120,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const z = ta.zscore(c.close, 60);
    for (let i = 60; i < c.length; i++) {
      if (z[i] > 2.5 && z[i - 1] <= 2.5) enterShort[i] = 1;
      if (z[i] < -2.5 && z[i - 1] >= -2.5) enterLong[i] = 1;
      const minute = Math.floor(c.time[i] / MINUTE) % 60;
      if (minute !== 59) continue;
      const ups = FRAMES.filter((m) => c.close[i] > openOf(c, i, m)).length;
      // All frames close up, and the new hour opens no lower.
      const next = c.open[i + 1] ?? NaN;
      if (ups === FRAMES.length && next >= c.close[i]) enterLong[i] = 1;
      if (ups === 0 && next <= c.close[i]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
