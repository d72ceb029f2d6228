// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0219",
  timeframe: "1h",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 10; i < c.length; i++) {
      let worst = 0;
      for (let j = i - 1; j >= i - 10; j--) worst = Math.min(worst, c.close[j + 1] / c.close[j] - 1);
      if (c.close[i] / c.close[i - 1] - 1 === worst && worst < -0.015) long[i] = 1;
    }
    return { enterLong: long };
  },
});
