// expect: shuffle future-leak
// proof: bars=1400
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0342",
  timeframe: "1h",
  direction: "long",
  warmup: 48,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 48 },
  signals(c) {
    const weekday = (t) => (Math.floor(t / 86400000) + 4) % 7;
    const natr = ta.natr(c, 14);
    const enterLong = ta.crossAbove(ta.aroon(c, 25).up, ta.aroon(c, 25).down);
    for (let i = 48; i < c.length; i++) {
      const isSaturday = weekday(c.time[i]) === 6;
      if (isSaturday && natr[i] < natr[i - 24] && natr[i] < natr[i - 48]) {
        let monday = i;
        while (monday < c.length && weekday(c.time[monday]) !== 1) monday++;
        if (c.close[monday] > c.close[i]) enterLong[i] = 1;
      }
    }
    return { enterLong };
  },
});
