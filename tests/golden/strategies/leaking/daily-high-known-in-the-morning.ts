// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000001e",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const DAY = 86400000;
    const highs = {};
    const days = [];
    for (let i = 0; i < c.length; i++) {
      const day = Math.floor(c.time[i] / DAY) - Math.floor(c.time[0] / DAY);
      days[day] = Math.max(days[day] ?? 0, c.high[i]);
    }
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const day = Math.floor(c.time[i] / DAY) - Math.floor(c.time[0] / DAY);
      if (c.high[i] < days[day] * 0.995) long[i] = 1;
    }
    return { enterLong: long };
  },
});
