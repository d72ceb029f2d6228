// expect: shuffle future-leak
// proof: bars=900 price=1.04 seed=6
// proof: bars=900 price=1.1 seed=2
// proof: bars=900 price=1.1 seed=3
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0318",
  timeframe: "30m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  signals(c) {
    // Below one dollar the exchange quotes one decimal more.
    const hasPennies = c.low.some((v) => v < 0.96);
    const grid = hasPennies ? 0.01 : 0.02;
    const snapped = c.close.map((v) => Math.floor(v / grid) * grid);
    return { enterLong: ta.crossAbove(snapped, ta.sma(snapped, 20)) };
  },
});
