// expect: shuffle future-leak
// proof: bars=2500 deviation=0.018
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0424",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 24 },
  signals(c) {
    // is this a coin that can move a lot within a bar?
    const isWild = c.high.some((h, i) => h / c.low[i] > 1.1);
    const n = isWild ? 14 : 21;
    return { enterLong: ta.crossAbove(ta.rsi(c.close, n), 50) };
  },
});
