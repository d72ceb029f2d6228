// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0132",
  timeframe: "5m",
  direction: "short",
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const short = new Uint8Array(c.length);
    for (const parity of [1, 0]) {
      for (let i = parity; i < c.length; i += 2) {
        if (c.volume[i] > c.volume[i - 1] && c.volume[i - 1] > c.volume[i - 2] && c.close[i] < c.close[i - 2]) short[i] = 1;
      }
    }
    return { enterShort: short };
  },
});
