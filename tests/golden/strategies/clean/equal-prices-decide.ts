// expect: passed
// proof: bars=400 price=0.0123 deviation=0.0003
// proof: bars=300 idle=0.6 seed=5
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0096",
  timeframe: "1m",
  direction: "both",
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const same = ta.eq(c.close, ta.shift(c.close, 1));
    const flat = ta.and(ta.eq(c.high, c.low), ta.eq(c.open, c.close));
    return { enterLong: ta.and(same, ta.not(flat)), enterShort: ta.xor(same, flat) };
  },
});
