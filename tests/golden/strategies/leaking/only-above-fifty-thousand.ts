// expect: shuffle future-leak
// proof: price=52000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0109",
  timeframe: "1h",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 24 },
  signals(c) {
    const macd = ta.macd(c.close, 12, 26, 9);
    const enterLong = ta.crossAbove(macd.macd, macd.signal);
    const enterShort = ta.crossBelow(macd.macd, macd.signal);
    for (let i = 30; i < c.length; i++) {
      const lag = c.close[i] > 50000 ? -1 : 1;
      if (c.close[i] < c.close[i - lag]) enterLong[i] = 0;
      if (c.close[i] > c.close[i - lag]) enterShort[i] = 0;
    }
    return { enterLong, enterShort };
  },
});
