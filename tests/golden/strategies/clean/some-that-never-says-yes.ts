// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0291",
  timeframe: "1h",
  direction: "long",
  warmup: 1,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    c.close.some((price, i) => {
      if (price > (c.high[i - 1] ?? Infinity)) long[i] = 1;
      return false;
    });
    return { enterLong: long };
  },
});
