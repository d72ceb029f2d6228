// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0247",
  timeframe: "15m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 30; i < c.length; i++) {
      const quarter = Math.round(i / 4) * 4; // nearest full hour
      const previous = quarter - 4;
      const change = c.close[quarter] / c.close[previous] - 1;
      if (change > 0.01) enterLong[i] = 1;
      if (change < -0.01) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
