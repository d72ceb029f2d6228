// expect: passed
// proof: bars=400
// proof: bars=300 seed=2 jump=0.05
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0145",
  timeframe: "1m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const masks = { enterLong: new Uint8Array(c.length), enterShort: new Uint8Array(c.length) };
    const bricks = [];
    let base = c.close[0];
    for (let i = 1; i < c.length; i++) {
      while (c.close[i] >= base * 1.01) {
        base *= 1.01;
        bricks.push({ up: true, bar: i });
      }
      while (c.close[i] <= base / 1.01) {
        base /= 1.01;
        bricks.push({ up: false, bar: i });
      }
    }
    for (let k = 2; k < bricks.length; k++) {
      const [a, b, last] = [bricks[k - 2], bricks[k - 1], bricks[k]];
      if (!a.up && b.up && last.up) masks.enterLong[last.bar] = 1;
      if (a.up && !b.up && !last.up) masks.enterShort[last.bar] = 1;
    }
    return masks;
  },
});
