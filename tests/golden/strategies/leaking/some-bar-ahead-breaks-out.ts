// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0015",
  timeframe: "15m",
  direction: "long",
  warmup: 50,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const { upper } = ta.donchian(c, 20);
    const enterLong = new Uint8Array(c.length);
    for (let i = 50; i < c.length; i++) {
      const window = c.close.slice(i, i + 4);
      if (window.some((price) => price > upper[i] * 1.001)) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
