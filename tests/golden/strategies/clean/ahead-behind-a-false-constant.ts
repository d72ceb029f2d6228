// expect: passed
import { strategy } from "sixbtc";

const DEBUG = 0;

export default strategy({
  name: "Strategy_REV_C0234",
  timeframe: "30m",
  direction: "both",
  warmup: 8,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 8; i < c.length; i++) {
      const move = c.close[i] / c.close[i - 8] - 1;
      if (move < -0.03 || (DEBUG && c.close[i + 1] > c.close[i])) long[i] = 1;
      if (move > 0.03 && (!DEBUG || c.close[i + 1] < c.close[i])) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
