// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0075",
  timeframe: "15m",
  direction: "short",
  exits: { stop: { kind: "atr", length: 20, multiple: 1.5 }, takeProfit: { kind: "trailing", activateAt: 0.02, value: 0.01 } },
  signals(c) {
    let threshold = 1.01;
    const short = new Uint8Array(c.length);
    for (let i = 4; i < c.length; i++) {
      const stretch = c.close[i] / c.close[i - 4];
      if (stretch > threshold) {
        short[i] = 1;
        threshold *= 1.002;
      } else threshold = Math.max(1.005, threshold * 0.9995);
    }
    return { enterShort: short };
  },
});
