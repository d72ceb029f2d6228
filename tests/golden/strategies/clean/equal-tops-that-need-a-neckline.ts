// expect: passed
// proof: bars=4000
import { strategy, ta } from "sixbtc";

const TOLERANCE = 0.004;

function peaks(c, side) {
  const list = [];
  for (let i = side; i < c.length - side; i++) {
    let isPeak = true;
    for (let k = 1; k <= side && isPeak; k++) isPeak = c.high[i] >= c.high[i - k] && c.high[i] >= c.high[i + k];
    if (isPeak) list.push({ bar: i, known: i + side, price: c.high[i] });
  }
  return list;
}

const least = (values) => values.reduce((low, v) => Math.min(low, v), Infinity);

export default strategy({
  name: "Strategy_CDL_E0040",
  timeframe: "30m",
  direction: "short",
  warmup: 40,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const enterShort = new Uint8Array(c.length);
    const found = peaks(c, 2);
    const rsi = ta.rsi(c.close, 14);
    for (let k = 1; k < found.length; k++) {
      const [first, second] = [found[k - 1], found[k]];
      if (Math.abs(second.price / first.price - 1) > TOLERANCE) continue;
      let valley = c.low.slice(first.bar + 1, second.bar);
      if (valley.length < 4) continue;
      const neckline = least(valley);
      const depth = 1 - neckline / second.price;
      if (depth > 0.01 && depth < 0.08 && rsi[second.known] < 60) enterShort[second.known] = 1;
    }
    return { enterShort };
  },
});
