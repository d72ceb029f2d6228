// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0180",
  timeframe: "2h",
  direction: "short",
  warmup: 12,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const short = new Uint8Array(c.length);
    let t = 12;
    if (c.length > 12) {
      do {
        let k = 0;
        let ups = 0;
        do {
          k++;
          if (c.close[t - k] < c.close[t - k - 1]) continue;
          ups++;
        } while (k < 10);
        short[t] = ups >= 7 ? 1 : 0;
        t++;
      } while (t < c.length);
    }
    return { enterShort: short };
  },
});
