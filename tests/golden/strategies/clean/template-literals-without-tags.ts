// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0107",
  timeframe: "1h",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      const label = `${c.close[i] > c.close[i - 1] ? "up" : "down"}-${c.volume[i] > 1.5 * c.volume[i - 1] ? "heavy" : "light"}`;
      if (label === "up-heavy" || label === `up-${"none"}`) long[i] = 1;
    }
    return { enterLong: long };
  },
});
