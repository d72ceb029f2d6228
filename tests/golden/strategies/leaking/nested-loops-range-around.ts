// expect: shuffle future-leak
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0011",
  timeframe: "5m",
  direction: "both",
  warmup: 15,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1 } },
  signals(c) {
    const n = c.length;
    const wide = new Uint8Array(n);
    const narrow = new Uint8Array(n);
    for (let i = 10; i < n; i++) {
      let before = 0, after = 0;
      for (let side = 0; side < 2; side++) {
        for (let k = 1; k <= 6; k++) {
          const at = i + (side * 2 - 1) * k;
          const r = c.high[at] - c.low[at];
          if (side) after += r; else before += r;
        }
      }
      if (after > before * 1.4) wide[i] = 1;
      if (after < before * 0.6) narrow[i] = 1;
    }
    return { enterLong: wide, enterShort: narrow };
  },
});
