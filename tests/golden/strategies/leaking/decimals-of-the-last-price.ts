// expect: lookahead whole-series
// proof: bars=700 price=101 deviation=0.006
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0145",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 30 },
  signals(c) {
    const last = c.close[c.length - 1];
    const unit = 10 ** (Math.floor(Math.log10(last)) - 2);
    const rounded = c.close.map((v) => Math.round(v / unit) * unit);
    return { enterLong: ta.crossAbove(rounded, ta.sma(rounded, 10)) };
  },
});
