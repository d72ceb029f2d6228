// expect: shuffle future-leak
// proof: bars=600
import { strategy, ta } from "sixbtc";

const WEEK = 7 * 86_400_000;
const weekOf = (t) => Math.floor((t - 4 * 86_400_000) / WEEK);

export default strategy({
  name: "Strategy_TRD_L0149",
  timeframe: "2h",
  direction: "both",
  warmup: 84,
  exits: { stop: { kind: "percent", value: 0.06 }, maxBars: 84 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    let start = 0;
    for (let i = 1; i <= c.length; i++) {
      if (i < c.length && weekOf(c.time[i]) === weekOf(c.time[i - 1])) continue;
      if (c.close[i - 1] > c.close[start]) enterLong[start] = 1;
      else enterShort[start] = 1;
      start = i;
    }
    return { enterLong: enterLong.slice(0, c.length), enterShort: enterShort.slice(0, c.length) };
  },
});
