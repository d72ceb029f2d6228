// expect: lookahead ahead-read
// proof: bars=4000
import { strategy, ta } from "sixbtc";

const DAY = 86_400_000;
const weekday = (t) => (Math.floor(t / DAY) + 4) % 7;

export default strategy({
  name: "Strategy_REV_E0199",
  timeframe: "1h",
  direction: "long",
  warmup: 170,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const week = ta.pctChange(c.close, 168);
    const relative = ta.div(c.volume, ta.sma(c.volume, 48));
    const rsi = ta.rsi(c.close, 14);
    const enterLong = ta.and(ta.crossAbove(rsi, 32), ta.lt(week, 0));
    for (let i = 170; i < c.length; i++) {
      const hour = Math.floor((c.time[i] % DAY) / 3_600_000);
      if (weekday(c.time[i]) !== 0 || hour < 18) continue;
      if (!(week[i] < -0.04) || !(relative[i] > 1.8) || c.close[i] <= c.open[i]) continue;
      enterLong[i] = (c.close[i + 3] ?? c.close[i]) > c.close[i] ? 1 : 0;
    }
    return { enterLong };
  },
});
