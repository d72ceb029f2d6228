// expect: passed
// proof: bars=400 deviation=0.02
// proof: bars=300 deviation=0.02 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0060",
  timeframe: "4h",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    let peak = 0;
    const drawdown = c.close.map((price) => {
      peak = Math.max(peak, price);
      return 1 - price / peak;
    });
    return { enterLong: ta.crossAbove(drawdown, 0.1) };
  },
});
