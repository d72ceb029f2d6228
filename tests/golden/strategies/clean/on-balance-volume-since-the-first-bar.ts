// expect: passed
// proof: bars=400
// proof: bars=300 idle=0.2 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0151",
  timeframe: "1d",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const obv = ta.obv(c);
    const ad = ta.ad(c);
    return { enterLong: ta.crossAbove(obv, 0), enterShort: ta.crossBelow(ad, 0) };
  },
});
