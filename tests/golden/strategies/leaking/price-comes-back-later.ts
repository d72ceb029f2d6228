// expect: shuffle future-leak
import { strategy } from "sixbtc";

// Enters where the very same price is printed again: a magnet level.
export default strategy({
  name: "Strategy_REV_L0018",
  timeframe: "1m",
  direction: "long",
  exits: { stop: { kind: "percent", value: 0.004 }, maxBars: 30 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      if (c.close.slice(i + 1, i + 20).includes(c.close[i])) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
