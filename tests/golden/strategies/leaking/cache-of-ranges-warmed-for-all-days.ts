// expect: shuffle future-leak
// proof: bars=1000
import { strategy } from "sixbtc";

const DAY = 86_400_000;

function warm(c) {
  const cache = [];
  const keys = [];
  for (let i = 0; i < c.length; i++) {
    const key = Math.floor(c.time[i] / DAY);
    const at = keys.indexOf(key);
    const range = (c.high[i] - c.low[i]) / c.close[i];
    if (at < 0) {
      keys.push(key);
      cache.push({ sum: range, n: 1 });
    } else {
      cache[at].sum += range;
      cache[at].n++;
    }
  }
  const read = (day) => {
    const at = keys.indexOf(day);
    return at < 0 ? NaN : cache[at].sum / cache[at].n;
  };
  return { read };
}

export default strategy({
  name: "Strategy_VOL_E0125",
  timeframe: "1h",
  direction: "both",
  warmup: 72,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const { read } = warm(c);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 3; i < c.length; i++) {
      const day = Math.floor(c.time[i] / DAY);
      let usual = 0;
      for (let back = 0; back < 3; back++) usual += read(day - back) / 3;
      const move = c.close[i] / c.close[i - 3] - 1;
      if (move > 2 * usual) enterLong[i] = 1;
      if (move < -2 * usual) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
