// expect: shuffle future-leak
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0016",
  timeframe: "5m",
  direction: "long",
  warmup: 8,
  exits: { stop: { kind: "swing", lookback: 8 }, takeProfit: { kind: "percent", value: 0.01 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    for (let i = 8; i < c.length; i++) {
      const support = c.low[i];
      enterLong[i] = c.low.slice(i - 4, i + 5).every((v) => v >= support) ? 1 : 0;
    }
    return { enterLong };
  },
});
