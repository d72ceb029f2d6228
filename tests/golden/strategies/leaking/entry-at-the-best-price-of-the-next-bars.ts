// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0265",
  timeframe: "5m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.01 }, takeProfit: { kind: "percent", value: 0.01 } },
  signals(c) {
    const raw = ta.crossBelow(ta.rsi(c.close, 14), 40);
    const enterLong = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) {
      if (!raw[i]) continue;
      // a limit order: rests for six bars, taken at the lowest
      let where = i;
      for (let k = i; k < i + 6 && k < c.length; k++) where = c.low[k] < c.low[where] ? k : where;
      enterLong[where] = 1;
    }
    return { enterLong };
  },
});
