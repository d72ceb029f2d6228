// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0289",
  timeframe: "15m",
  direction: "both",
  warmup: 1,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    c.close.reduce((before, price, i) => {
      if (price > before * 1.012) long[i] = 1;
      if (price < before * 0.988) short[i] = 1;
      return price;
    }, NaN);
    return { enterLong: long, enterShort: short };
  },
});
