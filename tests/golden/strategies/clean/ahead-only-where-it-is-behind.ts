// expect: passed
import { strategy } from "sixbtc";

const OFFSETS = [-8, -5, -3, -1, 0, 2, 4];

export default strategy({
  name: "Strategy_MOM_C0085",
  timeframe: "30m",
  direction: "both",
  warmup: 8,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 8; i < c.length; i++) {
      let ups = 0;
      let seen = 0;
      for (const offset of OFFSETS) {
        if (offset >= 0) continue;
        seen++;
        if (c.close[i] > c.close[i + offset]) ups++;
      }
      if (ups === seen) long[i] = 1;
      if (ups === 0) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
