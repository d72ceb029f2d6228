// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0018",
  timeframe: "30m",
  direction: "long",
  warmup: 12,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    let total = 0;
    for (const volume of c.volume) total += Math.min(Math.round(volume), 1e6);
    const past = new Float64Array(c.length);
    let rest = total;
    for (let i = 0; i < c.length; i++) {
      rest -= Math.min(Math.round(c.volume[i]), 1e6);
      past[i] = total - rest;
    }
    const long = new Uint8Array(c.length);
    for (let i = 12; i < c.length; i++) if (past[i] - past[i - 3] > (past[i - 3] - past[i - 12]) * 0.7) long[i] = 1;
    return { enterLong: long };
  },
});
