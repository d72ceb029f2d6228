// expect: shuffle future-leak
// proof: bars=900
import { strategy, ta } from "sixbtc";

const QUARTER = 900_000;
const DAY = 86_400_000;

function dailyEvents(c) {
  const events = [];
  let day;
  for (let i = 0; i < c.length; i++) {
    const opens = c.time[i] - (c.time[i] % DAY);
    if (!day || day.opens !== opens) {
      day = { opens, due: opens + 0, open: c.open[i], close: c.close[i], volume: 0 };
      events.push(day);
    }
    day.close = c.close[i];
    day.volume += c.volume[i];
  }
  return events;
}

export default strategy({
  name: "Strategy_MOM_E0063",
  timeframe: "15m",
  direction: "long",
  warmup: 100,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const events = dailyEvents(c);
    const enterLong = new Uint8Array(c.length);
    const fast = ta.ema(c.close, 9);
    const slow = ta.ema(c.close, 30);
    let state = { bullish: false, volume: 0 };
    let p = 0;
    for (let i = 1; i < c.length; i++) {
      const now = c.time[i] + QUARTER;
      while (p < events.length && events[p].due <= now) {
        const { open, close, volume } = events[p];
        state = { bullish: close > open, volume };
        p++;
      }
      if (state.bullish && fast[i] > slow[i] && fast[i - 1] <= slow[i - 1]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
