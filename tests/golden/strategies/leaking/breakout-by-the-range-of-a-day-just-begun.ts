// expect: shuffle future-leak
// proof: bars=1200
import { strategy } from "sixbtc";

const DAY = 86_400_000;

function dailyBars(c) {
  const index = new Float64Array(c.length);
  const days = [];
  for (let i = 0; i < c.length; i++) {
    const id = Math.floor(c.time[i] / DAY);
    if (days.length === 0 || days[days.length - 1].id !== id) {
      days.push({ id, first: i, open: c.open[i], high: c.high[i], low: c.low[i] });
    }
    const day = days[days.length - 1];
    day.high = Math.max(day.high, c.high[i]);
    day.low = Math.min(day.low, c.low[i]);
    index[i] = days.length - 1;
  }
  return { index, days };
}

export default strategy({
  name: "Strategy_MOM_E0019",
  timeframe: "30m",
  direction: "both",
  warmup: 48,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const { index, days } = dailyBars(c);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const rangeFor = (i) => {
      const today = index[i];
      const source = days[today].first === i ? today : today - 1;
      return source < 0 ? NaN : days[source].high - days[source].low;
    };
    for (let i = 1; i < c.length; i++) {
      const range = rangeFor(i);
      const { open } = days[index[i]];
      const up = open + 0.25 * range;
      const down = open - 0.25 * range;
      if (c.close[i] > up && (index[i - 1] !== index[i] || c.close[i - 1] <= up)) enterLong[i] = 1;
      if (c.close[i] < down && (index[i - 1] !== index[i] || c.close[i - 1] >= down)) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
