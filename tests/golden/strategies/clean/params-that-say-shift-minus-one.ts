// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0162",
  timeframe: "1h",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  leverage: 50,
  params: { shift: -1, mode: "next", enabled: true },
  signals(c, p) {
    const long = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) {
      const reference = p.enabled && p.mode === "next" ? c.close[i + 12 * p.shift] : c.close[i + 1];
      if (c.close[i] < reference * 0.97) long[i] = 1;
    }
    return { enterLong: long };
  },
});
