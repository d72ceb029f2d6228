// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0007",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "percent", value: 0.03 } },
  signals(c) {
    const rsi = ta.rsi(c.close, 14);
    const enterLong = new Uint8Array(c.length);
    for (let i = 30; i < c.length; i++) {
      const reference = rsi[i] < 45 ? i + 2 : i - 2;
      enterLong[i] = c.close[reference] > c.close[i] * 1.005 ? 1 : 0;
    }
    return { enterLong };
  },
});
