// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0201",
  timeframe: "5m",
  direction: "short",
  warmup: 1,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const short = new Uint8Array(c.length);
    for (let i = 0; c.time[i] > 0; i++) if (c.volume[i] > 2.5 * c.volume[i - 1] && c.close[i] < c.open[i]) short[i] = 1;
    return { enterShort: short };
  },
});
