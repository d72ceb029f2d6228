// expect: shuffle future-leak
// proof: bars=3000 idle=0
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0426",
  timeframe: "15m",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.015 }, takeProfit: { kind: "percent", value: 0.03 } },
  signals(c) {
    const busy = ta.gt(c.volume, ta.mul(ta.sma(c.volume, 50), 2));
    const stuck = ta.lt(ta.abs(ta.pctChange(c.close, 3)), 0.0005);
    const churn = ta.and(busy, stuck);
    const enterLong = ta.crossAbove(c.close, ta.donchian(c, 50).middle);
    const enterShort = ta.crossBelow(c.close, ta.donchian(c, 50).middle);
    const release = (i) => {
      const out = { way: 0, k: i };
      while (out.way === 0 && out.k < i + 10 && ++out.k < c.length) {
        if (c.close[out.k] > c.high[i]) out.way = 1;
        if (c.close[out.k] < c.low[i]) out.way = -1;
      }
      return out.way;
    };
    for (let i = 50; i < c.length; i++) {
      if (!churn[i]) continue;
      enterLong[i] = release(i) > 0 ? 1 : 0;
      enterShort[i] = release(i) < 0 ? 1 : 0;
    }
    return { enterLong, enterShort };
  },
});
