// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0198",
  timeframe: "1h",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const oracle = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) if (c.high[i + 2] > c.high[i]) oracle[i] = 1;
    oracle.fill(0, 60);
    return { enterLong: ta.or(oracle, ta.crossAbove(c.close, ta.ema(c.close, 20))) };
  },
});
