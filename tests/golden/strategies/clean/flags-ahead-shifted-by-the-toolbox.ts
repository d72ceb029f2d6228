// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0186",
  timeframe: "15m",
  direction: "both",
  warmup: 3,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const ahead = c.close.map((price, i, all) => (all[i + 2] ?? NaN) / price - 1);
    const known = ta.shift(ahead, 2);
    return { enterLong: ta.gt(known, 0.015), enterShort: ta.lt(known, -0.015) };
  },
});
