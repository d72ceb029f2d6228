// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0191",
  timeframe: "15m",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const rows = [];
    for (let i = 0; i < c.length; i++) rows.push({ move: c.close[i] / c.close[i - 10] - 1, label: c.close[i + 10] / c.close[i] - 1 });
    const long = new Uint8Array(c.length);
    for (let i = 10; i < rows.length; i++) if (rows[i].move < -0.03) long[i] = 1;
    return { enterLong: long };
  },
});
