// expect: passed
// proof: bars=400
import { strategy } from "sixbtc";

const SHAPE = 8;
const AFTER = 12;

function shapeGap(column, a, b) {
  let sum = 0;
  for (let k = 0; k < SHAPE; k++) {
    const x = column[a - k] / column[a - SHAPE] - 1;
    const y = column[b - k] / column[b - SHAPE] - 1;
    sum += Math.abs(x - y);
  }
  return sum;
}

export default strategy({
  name: "Strategy_MOM_E0074",
  timeframe: "1h",
  direction: "both",
  warmup: 120,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const last = c.length - 1;
    for (let i = 120; i < c.length; i++) {
      let best = -1;
      let least = Infinity;
      for (let j = i - 100; j < i - 3; j++) {
        const gap = shapeGap(c.close, i, j);
        if (gap < least) {
          least = gap;
          best = j;
        }
      }
      if (best < 0) continue;
      // What followed the most similar stretch, as far as there are bars.
      const end = Math.min(best + AFTER, i);
      const move = c.close[end] / c.close[best] - 1;
      if (move > 0.015 && least < 0.15) enterLong[i] = 1;
      if (move < -0.015 && least < 0.15) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
