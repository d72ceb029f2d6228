// expect: shuffle future-leak
// proof: bars=4000
import { strategy, ta } from "sixbtc";

const DAY = 86_400_000;

function groupByDay(c) {
  const groups = [];
  for (let i = 0; i < c.length; i++) {
    const id = Math.floor(c.time[i] / DAY);
    const g = groups.length > 0 ? groups[groups.length - 1] : undefined;
    if (g && g.id === id) g.bars.push(i);
    else groups.push({ id, bars: [i] });
  }
  return groups;
}

const sum = (list) => list.reduce((a, b) => a + b, 0);

function vwapOf(c, bars) {
  const volume = sum(bars.map((k) => c.volume[k]));
  return volume > 0 ? sum(bars.map((k) => c.volume[k] * c.close[k])) / volume : NaN;
}

export default strategy({
  name: "Strategy_REV_E0139",
  timeframe: "15m",
  direction: "both",
  warmup: 100,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const atr = ta.atr(c, 14);
    for (const { bars } of groupByDay(c)) {
      for (let n = 0; n < bars.length; n++) {
        const i = bars[n];
        const gone = bars.slice(0, n);
        // Nothing traded yet today: any bars of the day will do.
        const line = vwapOf(c, gone.length > 0 ? gone : bars.slice(0, 8));
        if (c.close[i] < line - 0.7 * atr[i] && c.close[i] > c.low[i]) enterLong[i] = 1;
        if (c.close[i] > line + 0.7 * atr[i] && c.close[i] < c.high[i]) enterShort[i] = 1;
      }
    }
    return { enterLong, enterShort };
  },
});
