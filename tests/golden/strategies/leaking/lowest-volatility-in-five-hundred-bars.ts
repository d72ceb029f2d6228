// expect: shuffle future-leak
// proof: bars=2500
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0313",
  timeframe: "15m",
  direction: "both",
  warmup: 600,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "atr", length: 14, multiple: 4 } },
  signals(c) {
    const width = ta.stddev(c.close, 20);
    const tightest = ta.eq(width, ta.lowest(width, 500));
    const { upper, lower } = ta.donchian(c, 40);
    const enterLong = ta.gt(c.close, ta.shift(upper, 1));
    const enterShort = ta.lt(c.close, ta.shift(lower, 1));
    for (let i = 600; i < c.length; i++) {
      if (!tightest[i]) continue;
      const ahead = c.close.slice(i + 1, i + 9);
      const up = ahead.filter((v) => v > c.close[i]).length;
      if (up >= 7) enterLong[i] = 1;
      if (up <= 1 && ahead.length === 8) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
