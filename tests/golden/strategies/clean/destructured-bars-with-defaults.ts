// expect: passed
import { strategy } from "sixbtc";

const barAt = (c, i) => ({ open: c.open[i], high: c.high[i], low: c.low[i], close: c.close[i] });

export default strategy({
  name: "Strategy_CDL_C0051",
  timeframe: "5m",
  direction: "long",
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const { open = NaN, close = NaN } = barAt(c, i);
      const { high: lastHigh = Infinity, low: lastLow = -Infinity } = barAt(c, i - 1);
      const [a = 0, b = Infinity, ...rest] = [close - open, lastHigh - lastLow, i];
      if (a > 0.8 * b && rest.length === 1) long[i] = 1;
    }
    return { enterLong: long };
  },
});
