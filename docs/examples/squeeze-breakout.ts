import { strategy, ta } from "sixbtc";

// Waits for a narrow range, then follows the close that leaves it on rising volume.
export default strategy({
  name: "Strategy_VOL_squeeze",
  timeframe: "30m",
  direction: "both",
  warmup: 200,
  exits: {
    stop: { kind: "trailing", value: 0.02 },
    breakEven: { activateAt: 0.015 },
    maxBars: 96,
  },
  leverage: 2,
  signals(c) {
    const { upper, middle, lower } = ta.bbands(c.close, 20, 2);
    const width = ta.div(ta.sub(upper, lower), middle);
    const squeezed = ta.within(ta.lt(ta.rank(width, 100), 0.2), 5);
    const busy = ta.gt(c.volume, ta.mul(ta.sma(c.volume, 50), 1.5));
    return {
      enterLong: ta.and(squeezed, busy, ta.crossAbove(c.close, upper)),
      enterShort: ta.and(squeezed, busy, ta.crossBelow(c.close, lower)),
    };
  },
});
