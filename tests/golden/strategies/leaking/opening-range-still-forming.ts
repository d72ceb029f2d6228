// expect: lookahead centred-window
// proof: bars=1500
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0212",
  timeframe: "15m",
  direction: "long",
  warmup: 96,
  exits: { stop: { kind: "percent", value: 0.015 }, maxBars: 60 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    // The range of the day's first hour; breakouts of it are bought.
    let top = NaN;
    for (let i = 0; i < c.length; i++) {
      const inDay = Math.floor(c.time[i] / 900000) % 96;
      if (inDay === 0) {
        top = -Infinity;
        for (let k = 0; k < 4; k++) top = Math.max(top, c.high[i + k] ?? -Infinity);
      }
      if (c.close[i] >= top * 0.995 && inDay < 30) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
