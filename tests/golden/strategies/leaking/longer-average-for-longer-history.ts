// expect: shuffle future-leak
// proof: bars=2060
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0119",
  timeframe: "15m",
  direction: "both",
  warmup: 200,
  exits: { stop: { kind: "atr", length: 14, multiple: 3 }, maxBars: 96 },
  signals(c) {
    const length = c.length < 2000 ? 50 : 100;
    const line = ta.ema(c.close, length);
    return { enterLong: ta.crossAbove(c.close, line), enterShort: ta.crossBelow(c.close, line) };
  },
});
