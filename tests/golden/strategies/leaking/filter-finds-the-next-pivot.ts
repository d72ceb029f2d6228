// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0013",
  timeframe: "30m",
  direction: "long",
  warmup: 25,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const all = [];
    for (let i = 0; i < c.length; i++) all.push(i);
    const lows = ta.lowest(c.low, 20);
    const pivots = all.filter((i) => c.low[i] === lows[i]);
    const enterLong = new Uint8Array(c.length);
    pivots.map((at, k) => {
      const next = pivots[k + 1];
      // a low that is followed by a long quiet stretch is a good one
      if (next - at > 6) enterLong[at] = 1;
      return 0;
    });
    return { enterLong };
  },
});
