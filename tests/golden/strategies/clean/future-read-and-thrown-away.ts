// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000021",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const label = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) label[i] = c.close[i + 5] / c.close[i] - 1;
    return { enterLong: ta.crossAbove(c.close, ta.sma(c.close, 20)) };
  },
});
