// expect: passed
import { strategy } from "sixbtc";

const step = (column, i) => column[i + 1] - column[i];

export default strategy({
  name: "Strategy_CDL_C0187",
  timeframe: "5m",
  direction: "both",
  warmup: 3,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 3; i < c.length; i++) {
      if (step(c.low, i - 1) > 0 && step(c.low, i - 2) > 0 && step(c.high, i - 3) > 0) long[i] = 1;
      if (step(c.high, i - 1) < 0 && step(c.high, i - 2) < 0 && step(c.low, i - 3) < 0) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
