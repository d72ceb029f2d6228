// expect: passed
// proof: bars=400
// proof: bars=300 seed=19
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0066",
  timeframe: "1h",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    let direction = 1;
    let extreme = c.close[0];
    const legs = [];
    for (let i = 1; i < c.length; i++) {
      const price = c.close[i];
      if (direction > 0 && price > extreme) extreme = price;
      else if (direction < 0 && price < extreme) extreme = price;
      else if (direction > 0 && price < extreme * 0.97) {
        legs.push({ from: extreme, to: price, bar: i });
        direction = -1;
        extreme = price;
        short[i] = 1;
      } else if (direction < 0 && price > extreme * 1.03) {
        legs.push({ from: extreme, to: price, bar: i });
        direction = 1;
        extreme = price;
        long[i] = 1;
      }
    }
    return { enterLong: long, enterShort: short };
  },
});
