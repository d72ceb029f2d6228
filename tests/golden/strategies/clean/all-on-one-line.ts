// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0250",
  timeframe: "1h",
  direction: "both",
  warmup: 3,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const l = new Uint8Array(c.length), s = new Uint8Array(c.length); for (let i = 3; i < c.length; i++) { const m = c.close[i] / c.close[i - 3] - 1; l[i] = m < -.02 ? 1 : 0; s[i] = m > 2.e-2 ? 1 : 0 } return { enterLong: l, enterShort: s };
  },
});
