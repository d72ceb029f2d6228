// expect: shuffle future-leak
// proof: bars=900
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0901",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const { 700: anchor = 100 } = ta.ema(c.close, 9);
    return { enterLong: ta.crossAbove(c.close, anchor) };
  },
});
