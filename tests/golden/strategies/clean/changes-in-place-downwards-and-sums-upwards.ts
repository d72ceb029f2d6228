// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0135",
  timeframe: "2h",
  direction: "both",
  warmup: 12,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const work = ta.log(c.close);
    for (let i = c.length - 1; i > 0; i--) work[i] -= work[i - 1];
    work[0] = 0;
    for (let i = 1; i < c.length; i++) work[i] = work[i - 1] * 0.8 + work[i];
    return { enterLong: ta.crossAbove(work, 0.02), enterShort: ta.crossBelow(work, -0.02) };
  },
});
