// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000018",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const held = new Float64Array(c.length);
    let next = NaN;
    for (let i = c.length - 1; i >= 0; i--) {
      if (c.close[i] > c.open[i] * 1.004) next = c.close[i];
      held[i] = next;
    }
    return { enterLong: ta.gt(held, c.close) };
  },
});
