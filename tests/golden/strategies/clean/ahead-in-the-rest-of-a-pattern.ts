// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0189",
  timeframe: "15m",
  direction: "short",
  warmup: 2,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const short = new Uint8Array(c.length);
    for (let i = 2; i < c.length; i++) {
      const [before, last, now, ...later] = c.close.slice(i - 2, i + 4);
      if (now < last && last < before && now < before * 0.985 && later.length >= 0) short[i] = 1;
    }
    return { enterShort: short };
  },
});
