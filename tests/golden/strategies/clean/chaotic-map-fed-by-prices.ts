// expect: passed
// proof: bars=300
// proof: bars=200 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0175",
  timeframe: "1h",
  direction: "long",
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    let x = 0.3;
    const long = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      x = 3.99 * x * (1 - x);
      x = Math.min(Math.max(x + (c.close[i] / c.close[i - 1] - 1) * 0.01, 0.001), 0.999);
      if (x > 0.9) long[i] = 1;
    }
    return { enterLong: long };
  },
});
