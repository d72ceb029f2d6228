// expect: passed
// proof: bars=430
// proof: bars=350 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0126",
  timeframe: "30m",
  direction: "long",
  warmup: 100,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const BLOCK = 50;
    const limits = [];
    for (let start = 0; start + BLOCK <= c.length; start += BLOCK) {
      const moves = [];
      for (let i = start + 1; i < start + BLOCK; i++) moves.push(c.close[i] / c.close[i - 1] - 1);
      const worst = moves.reduce((least, move) => Math.min(least, move), 0);
      limits.push(worst * 0.5);
    }
    const long = new Uint8Array(c.length);
    for (let i = BLOCK; i < c.length; i++) {
      const limit = limits[Math.floor(i / BLOCK) - 1];
      if (c.close[i] / c.close[i - 1] - 1 < limit) long[i] = 1;
    }
    return { enterLong: long };
  },
});
