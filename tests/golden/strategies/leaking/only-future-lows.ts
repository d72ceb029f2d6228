// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0217",
  timeframe: "5m",
  direction: "short",
  warmup: 14,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 6 },
  signals(c) {
    const enterShort = new Uint8Array(c.length);
    const lows = [];
    for (const low of c.low) lows.push(low);
    for (let i = 14; i < c.length; i++) {
      const later = lows.filter((low, k) => k > i && k < i + 4 && low < c.low[i] * 0.99);
      if (later.length > 0) enterShort[i] = 1;
    }
    return { enterShort };
  },
});
