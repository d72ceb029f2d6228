// expect: passed
// proof: bars=400
// proof: bars=203 seed=12
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0028",
  timeframe: "5m",
  direction: "long",
  warmup: 16,
  exits: { stop: { kind: "atr", length: 20, multiple: 1.5 }, takeProfit: { kind: "trailing", activateAt: 0.02, value: 0.01 } },
  signals(c) {
    const w = 16;
    const n = c.length;
    const forward = new Float64Array(n);
    const backward = new Float64Array(n);
    for (let i = 0; i < n; i++) forward[i] = i % w === 0 ? c.high[i] : Math.max(forward[i - 1], c.high[i]);
    for (let i = n - 1; i >= 0; i--) {
      backward[i] = i === n - 1 || i % w === w - 1 ? c.high[i] : Math.max(backward[i + 1], c.high[i]);
    }
    const long = new Uint8Array(n);
    for (let i = w - 1; i < n; i++) if (c.high[i] >= Math.max(backward[i - w + 1], forward[i])) long[i] = 1;
    return { enterLong: long };
  },
});
