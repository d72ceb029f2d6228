// expect: lookahead ahead-read
// proof: bars=900
import { strategy, ta } from "sixbtc";

function gapsOf(c) {
  const gaps = [];
  for (let i = 1; i + 1 < c.length; i++) {
    const from = i;
    if (c.low[i + 1] > c.high[i - 1]) gaps.push({ up: true, from, top: c.low[i + 1], bottom: c.high[i - 1] });
    if (c.high[i + 1] < c.low[i - 1]) gaps.push({ up: false, from, top: c.low[i - 1], bottom: c.high[i + 1] });
  }
  return gaps;
}

export default strategy({
  name: "Strategy_CDL_E0087",
  timeframe: "15m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const gaps = gapsOf(c);
    const trend = ta.ema(c.close, 40);
    let next = 0;
    let open = [];
    for (let i = 1; i < c.length; i++) {
      while (next < gaps.length && gaps[next].from <= i) open.push(gaps[next++]);
      open = open.filter((g) => i - g.from <= 25);
      const filled = [];
      for (const gap of open) {
        const middle = (gap.top + gap.bottom) / 2;
        const dipped = gap.up ? c.low[i] <= gap.top : c.high[i] >= gap.bottom;
        const holds = dipped && (gap.up ? c.close[i] > middle : c.close[i] < middle);
        if (!holds) continue;
        filled.push(gap);
        if (gap.up && c.close[i] > trend[i]) enterLong[i] = 1;
        if (!gap.up && c.close[i] < trend[i]) enterShort[i] = 1;
      }
      open = open.filter((g) => !filled.includes(g));
    }
    return { enterLong, enterShort };
  },
});
