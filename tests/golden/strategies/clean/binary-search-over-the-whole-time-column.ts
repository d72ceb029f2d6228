// expect: passed
// proof: bars=400 gap=0.05
// proof: bars=300
import { strategy } from "sixbtc";

function barAt(time, wanted) {
  let low = 0;
  let high = time.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (time[middle] <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

export default strategy({
  name: "Strategy_TRD_C0021",
  timeframe: "1h",
  direction: "both",
  warmup: 24,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 24; i < c.length; i++) {
      const yesterday = barAt(c.time, c.time[i] - 86_400_000);
      const move = c.close[i] / c.close[yesterday] - 1;
      if (move > 0.06) long[i] = 1;
      if (move < -0.06) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
