// expect: shuffle future-leak
// proof: bars=1500 drift=-0.005
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0103",
  timeframe: "1h",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "percent", value: 0.04 }, takeProfit: { kind: "percent", value: 0.04 } },
  params: { floor: 10 },
  signals(c, p) {
    const rsi = ta.rsi(c.close, 14);
    const enterLong = ta.crossAbove(rsi, 30);
    for (let i = 60; i < c.length - 2; i++) {
      const panic = rsi[i] < p.floor;
      if (panic && rsi[i + 2] > rsi[i]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
