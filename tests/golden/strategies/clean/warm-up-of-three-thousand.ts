// expect: passed
// proof: bars=3250
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0123",
  timeframe: "5m",
  direction: "long",
  warmup: 3000,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const slow = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) slow[i] = i < 1 ? c.close[i] : slow[i - 1] * 0.999 + c.close[i] * 0.001;
    let peeked = 0;
    for (let i = 0; i < Math.min(c.length, 2999); i++) peeked = Math.max(peeked, c.high[i]);
    const long = ta.crossAbove(c.close, ta.sma(c.close, 20));
    for (let i = 0; i < c.length; i++) if (i < 2999 ? peeked < 0 : c.close[i] < slow[i] * 0.8 || peeked === 0) long[i] = 0;
    return { enterLong: long };
  },
});
