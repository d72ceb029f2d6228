// expect: passed
// proof: bars=160
// proof: bars=120 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0110",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let t = 20; t < c.length; t++) {
      let pairs = 0;
      for (let turn = 0; turn < 10; turn++) {
        for (let a = 0; a < 20; a++) {
          for (let b = 0; b < 9; b++) if (c.close[t - a] < c.close[t - b] && (a + b + turn) % 3 === 0) pairs++;
        }
      }
      if (pairs > 420) long[t] = 1;
    }
    return { enterLong: long };
  },
});
