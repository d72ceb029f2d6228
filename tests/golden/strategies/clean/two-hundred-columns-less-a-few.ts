// expect: passed
// proof: bars=200
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0254",
  timeframe: "1h",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "atr", length: 20, multiple: 1.5 }, takeProfit: { kind: "trailing", activateAt: 0.02, value: 0.01 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    let total = new Float64Array(c.length);
    for (let k = 1; k <= 90; k++) {
      const line = ta.shift(c.close, k % 10);
      const next = new Float64Array(c.length);
      for (let i = 0; i < c.length; i++) next[i] = total[i] + (c.close[i] > line[i] ? 1 : 0);
      total = next;
    }
    for (let i = 10; i < c.length; i++) {
      if (total[i] > 75) long[i] = 1;
      if (total[i] < 9) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
