// expect: passed
// proof: bars=400
// proof: bars=300 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0284",
  timeframe: "15m",
  direction: "long",
  warmup: 12,
  exits: { stop: { kind: "swing", lookback: 20 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const exit = new Uint8Array(c.length);
    let trades = [];
    for (let i = 12; i < c.length; i++) {
      for (const trade of trades) if (c.close[i] > trade.price * 1.02 || c.close[i] < trade.price * 0.985) exit[i] = 1;
      if (exit[i]) trades = [];
      if (trades.length < 3 && c.close[i] > c.close[i - 12] * 1.03) {
        long[i] = 1;
        trades.push({ price: c.open[i + 1], bar: i + 1 });
      }
    }
    return { enterLong: long, exitLong: exit };
  },
});
