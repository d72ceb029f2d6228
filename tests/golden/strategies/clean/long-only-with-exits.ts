// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_00000038",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "swing", lookback: 20 } },
  signals(c, p) {
    const r = ta.rsi(c.close, 14);
    const { upper, lower } = ta.bbands(c.close, 20, 2);
    return { enterLong: ta.and(ta.lt(r, 35), ta.lt(c.close, lower)), exitLong: ta.gt(c.close, upper) };
  },
});
