// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0035",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "swing", lookback: 20 } },
  signals(c) {
    const enter = ta.crossAbove(c.close, ta.sma(c.close, 20));
    const exit = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) if (enter[i] && i + 12 < c.length) exit[i + 12] = 1;
    return { enterLong: enter, exitLong: exit };
  },
});
