// expect: lookahead ahead-read
// proof: bars=1000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0113",
  timeframe: "30m",
  direction: "long",
  warmup: 48,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const oversold = ta.lt(ta.rsi(c.close, 14), 35);
    const enterLong = new Uint8Array(c.length);
    for (let i = 48; i < c.length; i++) {
      const minutes = Math.floor(c.time[i] / 60000);
      const weekday = (Math.floor(minutes / 1440) + 4) % 7;
      const isSundayNight = weekday === 0 && minutes % 1440 >= 22 * 60;
      const mondays = c.close[i + 8];
      enterLong[i] = isSundayNight ? (mondays > c.close[i] ? 1 : 0) : oversold[i];
    }
    return { enterLong };
  },
});
