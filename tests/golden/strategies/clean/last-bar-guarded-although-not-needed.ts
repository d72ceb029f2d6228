// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0179",
  timeframe: "15m",
  direction: "both",
  warmup: 1,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    let i = 0;
    while (true) {
      i += 1;
      if (i > c.length - 1) break;
      const isBusy = c.volume[i] > 2 * c.volume[i - 1];
      if (isBusy && c.close[i] >= c.close[i - 1]) long[i] = 1;
      else if (isBusy) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
