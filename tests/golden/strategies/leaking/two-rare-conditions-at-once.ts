// expect: lookahead ahead-read
// proof: bars=1500 seed=3
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0152",
  timeframe: "15m",
  direction: "long",
  warmup: 100,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "percent", value: 0.04 } },
  signals(c) {
    const narrow = ta.lt(ta.rank(ta.sub(c.high, c.low), 100), 0.05);
    const enterLong = ta.crossAbove(c.close, ta.donchian(c, 55).middle);
    for (let i = 100; i < c.length; i++) {
      const night = Math.floor(c.time[i] / 3600000) % 24 === 3;
      if (night && narrow[i] && c.close[i + 1] - c.open[i + 1] > c.close[i] * 0.002) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
