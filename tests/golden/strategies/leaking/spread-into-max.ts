// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0022",
  timeframe: "1h",
  direction: "long",
  warmup: 14,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "atr", length: 14, multiple: 2 } },
  signals(c) {
    const atr = ta.atr(c, 14);
    const enterLong = new Uint8Array(c.length);
    for (let i = 14; i < c.length; i++) {
      const reach = Math.max(...c.high.slice(i, i + 6)) - c.close[i];
      if (reach > 2 * atr[i]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
