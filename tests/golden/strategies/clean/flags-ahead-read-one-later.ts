// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0185",
  timeframe: "1h",
  direction: "short",
  warmup: 2,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const falls = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) falls[i] = c.close[i + 1] < c.close[i] ? 1 : 0;
    const short = new Uint8Array(c.length);
    for (let i = 2; i < c.length; i++) if (falls[i - 1] && falls[i - 2] && c.volume[i] > c.volume[i - 1]) short[i] = 1;
    return { enterShort: short };
  },
});
