// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0215",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const line = ta.ema(c.close, 20);
    const long = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) {
      const isUp = c.close[i] > line[i] * 1.01;
      if ((c.close[i + 1] > line[i] && isUp) || isUp) long[i] = 1;
    }
    return { enterLong: long };
  },
});
