// expect: shuffle future-leak
// proof: bars=4000
import { strategy, ta } from "sixbtc";

const SPAN = 3;

function summits(c) {
  const list = [];
  for (let i = SPAN; i < c.length; i++) {
    let top = true;
    for (let k = 1; k <= SPAN && top; k++) {
      top = c.high[i] > c.high[i - k] && !(c.high[i + k] > c.high[i]);
    }
    if (top) list.push({ bar: i, price: c.high[i] });
  }
  return list;
}

export default strategy({
  name: "Strategy_REV_E0155",
  timeframe: "1h",
  direction: "short",
  warmup: 60,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    // Three rising summits, each at a smaller step than the one before.
    const enterShort = new Uint8Array(c.length);
    const list = summits(c);
    const rsi = ta.rsi(c.close, 14);
    for (let k = 2; k < list.length; k++) {
      const [one, two, three] = [list[k - 2], list[k - 1], list[k]];
      const first = two.price - one.price;
      const second = three.price - two.price;
      if (first <= 0 || second <= 0 || second >= first) continue;
      if (three.bar - one.bar > 60 || rsi[three.bar] > rsi[two.bar]) continue;
      const bar = three.bar + 1;
      if (bar < c.length && c.close[bar] < c.close[three.bar]) enterShort[bar] = 1;
    }
    return { enterShort };
  },
});
