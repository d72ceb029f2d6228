// expect: shuffle future-leak
// proof: bars=2500
import { strategy } from "sixbtc";

// Nine closes in a row below the close four bars before; perfected when the low undercuts bars six and seven.
function counts(close, sign) {
  const out = new Float64Array(close.length);
  for (let i = 4; i < close.length; i++) out[i] = sign * (close[i] - close[i - 4]) < 0 ? out[i - 1] + 1 : 0;
  return out;
}

const atMost = (a, b, sign) => sign * a <= sign * b;
const under = (column, bar, i, sign) =>
  atMost(column[bar], column[i - 3], sign) && atMost(column[bar], column[i - 2], sign);

export default strategy({
  name: "Strategy_REV_E0107",
  timeframe: "1h",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const sides = [
      { mask: enterLong, count: counts(c.close, 1), extreme: c.low, sign: 1 },
      { mask: enterShort, count: counts(c.close, -1), extreme: c.high, sign: -1 },
    ];
    for (const { mask, count, extreme, sign } of sides) {
      for (let i = 9; i < c.length; i++) {
        if (count[i] !== 9) continue;
        if (under(extreme, i, i, sign) || under(extreme, i - 1, i, sign)) {
          mask[i] = 1;
        } else if (i + 1 < c.length && under(extreme, i + 1, i, sign)) {
          mask[i ] = 1;
        }
      }
    }
    return { enterLong, enterShort };
  },
});
