// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0169",
  timeframe: "1h",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const doubled = new Float64Array(2 * c.length);
    for (let i = 0; i < c.length; i++) {
      doubled[i] = c.close[i];
      doubled[c.length + i] = c.close[i] * 2;
    }
    const line = ta.ema(doubled, 15).slice(0, c.length);
    return { enterLong: ta.crossAbove(c.close, line) };
  },
});
