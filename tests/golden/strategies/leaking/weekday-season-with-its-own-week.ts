// expect: shuffle future-leak
// proof: bars=120
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0223",
  timeframe: "1d",
  direction: "both",
  warmup: 28,
  exits: { stop: { kind: "percent", value: 0.08 }, maxBars: 1 },
  signals(c) {
    // Mean return by weekday, over four weeks either side of the bar.
    const r = ta.pctChange(c.close, 1);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 28; i < c.length; i++) {
      let sum = 0;
      for (let w = -3; w <= 3; w++) {
        const v = r[i + 7 * w + 1];
        if (w !== 0 && Number.isFinite(v)) sum += v;
      }
      if (sum > 0) enterLong[i] = 1;
      else if (sum < 0) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
