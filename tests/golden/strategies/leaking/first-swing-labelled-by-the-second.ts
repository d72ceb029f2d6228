// expect: shuffle future-leak
// proof: bars=200
// proof: bars=200 seed=2
// proof: bars=200 seed=3
// proof: bars=200 seed=4
// proof: bars=200 seed=5
// proof: bars=200 seed=6
import { strategy, ta } from "sixbtc";

const SPAN = 5;

function swings(c) {
  const list = [];
  for (let i = SPAN; i + SPAN < c.length; i++) {
    const part = c.high.slice(i - SPAN, i + SPAN + 1);
    if (part.every((v) => v <= c.high[i])) list.push({ bar: i, known: i + SPAN, price: c.high[i] });
  }
  return list;
}

export default strategy({
  name: "Strategy_CDL_E0219",
  timeframe: "1h",
  direction: "both",
  warmup: 25,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const list = swings(c);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const ema = ta.ema(c.close, 8);
    let known = -1;
    for (let i = SPAN; i < c.length; i++) {
      while (known + 1 < list.length && list[known + 1].known <= i) known++;
      const last = list[known];
      // Before there are two swings the structure is that of the first two.
      const [a, b] = known >= 1 ? [list[known - 1], last] : [list[0], list[1]];
      if (!a || !b) continue;
      if (b.price > a.price && c.close[i] > ema[i] && c.close[i - 1] <= ema[i - 1]) enterLong[i] = 1;
      if (b.price < a.price && c.close[i] < ema[i] && c.close[i - 1] >= ema[i - 1]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
