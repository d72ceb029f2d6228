// expect: shuffle future-leak
// proof: bars=1500 gap=0.03
import { strategy, ta } from "sixbtc";

const HOUR = 3_600_000;

export default strategy({
  name: "Strategy_TRD_L0419",
  timeframe: "30m",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 24 },
  signals(c) {
    // Hourly closes, oldest first.
    const hours = [];
    let current = -1;
    for (let i = 0; i < c.length; i++) {
      const hour = Math.floor(c.time[i] / HOUR);
      if (hour !== current) { hours.push(c.close[i]); current = hour; }
      else hours[hours.length - 1] = c.close[i];
    }
    // The last hour that is over by the end of bar i.
    const first = Math.floor(c.time[0] / HOUR);
    const closed = (i) => hours[Math.floor((c.time[i] + 1_800_000) / HOUR) - first - 1];
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 40; i < c.length; i++) {
      const reference = closed(i);
      if (c.close[i] > reference * 1.01) enterLong[i] = 1;
      if (c.close[i] < reference * 0.99) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
