// expect: passed
// proof: bars=300
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0158",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const count = c.length;
    const masks = { enterLong: new Uint8Array(count), enterShort: new Uint8Array(count) };
    for (let left = count; left > 0; left--) {
      const bar = count - left;
      if (bar % 13 === 5) masks.enterLong[bar] = 1;
      if (bar % 17 === 11) masks.enterShort[bar] = 1;
    }
    return masks;
  },
});
