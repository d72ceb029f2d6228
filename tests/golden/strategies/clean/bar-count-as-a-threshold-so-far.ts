// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0271",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    let wins = 0;
    for (let i = 1; i < c.length; i++) {
      const length = i + 1;
      if (c.close[i] > c.close[i - 1]) wins++;
      if (wins / length > 0.5 && wins % 5 === 0) long[i] = 1;
      if (wins / length < 0.48 && wins % 5 === 1) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
