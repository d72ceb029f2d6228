// expect: passed
// proof: bars=300
// proof: bars=250 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0130",
  timeframe: "15m",
  direction: "both",
  warmup: 3,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const order = [];
    for (let i = 0; i < c.length; i++) order.push(i);
    let seed = 12345 + c.length;
    for (let i = order.length - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      const j = seed % (i + 1);
      const kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (const t of order) {
      if (t < 3) continue;
      if (c.low[t] > c.low[t - 1] && c.high[t] > c.high[t - 1] && c.close[t] > c.high[t - 3]) long[t] = 1;
      if (c.low[t] < c.low[t - 1] && c.high[t] < c.high[t - 1] && c.close[t] < c.low[t - 3]) short[t] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
