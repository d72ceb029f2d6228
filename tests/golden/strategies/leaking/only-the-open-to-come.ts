// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0218",
  timeframe: "1h",
  direction: "both",
  warmup: 3,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 6 },
  signals(c) {
    // "The order is filled at the next open", hence the next open is the price to judge by.
    const fill = (i) => c.open[Math.min(i + 1, c.length - 1)];
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 3; i < c.length; i++) {
      const edge = (c.high[i] + c.low[i]) / 2 - fill(i);
      if (edge > 0.002 * c.close[i]) enterLong[i] = 1;
      if (edge < -0.002 * c.close[i]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
