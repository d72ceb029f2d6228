// expect: passed
import { strategy } from "sixbtc";

const candleAt = ({ open, high, low, close }, i) => ({ body: close[i] - open[i], range: high[i] - low[i] });

export default strategy({
  name: "Strategy_CDL_C0300",
  timeframe: "15m",
  direction: "both",
  warmup: 3,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 2; i < c.length; i++) {
      const [first, second, third] = [-2, -1, 0].map((offset) => candleAt(c, i + offset));
      if (first.body < 0 && Math.abs(second.body) < 0.3 * second.range && third.body > 0) long[i] = 1;
      if (first.body > 0 && Math.abs(second.body) < 0.3 * second.range && third.body < 0) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
