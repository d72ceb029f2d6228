// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0225",
  timeframe: "30m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 24 },
  signals(c) {
    const x = ta.natr(c, 14);
    // calm and wild regimes
    let a = 0.1, b = 5;
    for (let round = 0; round < 20; round++) {
      let sa = 0, na = 0, sb = 0, nb = 0;
      for (const v of x) {
        if (Number.isNaN(v)) continue;
        if (Math.abs(v - a) < Math.abs(v - b)) { sa += v; na++; } else { sb += v; nb++; }
      }
      a = na ? sa / na : a;
      b = nb ? sb / nb : b;
    }
    return { enterLong: ta.crossBelow(x, (a + b) / 2) };
  },
});
