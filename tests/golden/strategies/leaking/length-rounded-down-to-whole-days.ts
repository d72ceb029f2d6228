// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0322",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 40 },
  signals(c) {
    const whole = c.length - (c.length % 96);
    const mfi = ta.mfi(c, 14);
    const enterLong = ta.crossAbove(mfi, 30);
    const enterShort = ta.crossBelow(mfi, 70);
    // the day that is not over is left out
    enterLong.fill(0, whole);
    enterShort.fill(0, whole);
    return { enterLong, enterShort };
  },
});
