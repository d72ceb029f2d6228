// expect: shuffle future-leak
// proof: bars=2500
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0309",
  timeframe: "1h",
  direction: "long",
  warmup: 250,
  exits: { stop: { kind: "atr", length: 14, multiple: 4 }, maxBars: 200 },
  signals(c) {
    const golden = ta.crossAbove(ta.sma(c.close, 50), ta.sma(c.close, 200));
    const slope = ta.slope(c.close, 12);
    // least squares over the twelve bars in whose middle the cross lies
    return { enterLong: golden.map((bit, i) => (bit && slope[i + 6] > 0 ? 1 : 0)) };
  },
});
