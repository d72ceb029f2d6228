// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0296",
  timeframe: "30m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const last = c.close[c.length - 1] ?? 0;
    const long = new Uint8Array(c.length);
    const line = ta.wma(c.close, 20);
    for (let i = 20; i < c.length; i++) if (c.close[i] > line[i] + last * 0 && c.close[i - 1] <= line[i - 1]) long[i] = 1;
    return { enterLong: long };
  },
});
