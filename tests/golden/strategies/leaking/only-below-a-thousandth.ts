// expect: lookahead ahead-read
// proof: price=0.0008
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0110",
  timeframe: "5m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.03 }, takeProfit: { kind: "percent", value: 0.05 } },
  signals(c) {
    const breakout = ta.gt(c.close, ta.shift(ta.highest(c.high, 20), 1));
    const enterLong = breakout.slice(0);
    // Very cheap coins tick coarsely; look at two bars together.
    for (let i = 0; i < c.length; i++) {
      if (breakout[i] && c.close[i] < 0.001) enterLong[i] = c.close[i] + c.close[i + 1] > 2 * c.open[i] ? 1 : 0;
    }
    return { enterLong };
  },
});
