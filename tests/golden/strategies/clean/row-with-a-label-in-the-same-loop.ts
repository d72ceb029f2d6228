// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0220",
  timeframe: "15m",
  direction: "long",
  warmup: 6,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 6; i < c.length; i++) {
      const row = { move: c.close[i] / c.close[i - 6] - 1, label: c.close[i + 6] / c.close[i] - 1 };
      if (row.move < -0.025) long[i] = 1;
    }
    return { enterLong: long };
  },
});
