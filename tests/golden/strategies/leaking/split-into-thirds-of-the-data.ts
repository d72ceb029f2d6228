// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0264",
  timeframe: "30m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  signals(c) {
    // a third to learn, a third to check, a third to trade
    const from = Math.floor((c.length * 2) / 3);
    const cross = ta.crossAbove(c.close, ta.vwma(c, 20));
    return { enterLong: cross.map((bit, i) => (i >= from ? bit : 0)) };
  },
});
