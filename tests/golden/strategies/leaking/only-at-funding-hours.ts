// expect: lookahead ahead-read
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0112",
  timeframe: "1h",
  direction: "both",
  warmup: 24,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 8 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.ema(c.close, 24));
    const enterShort = ta.crossBelow(c.close, ta.ema(c.close, 24));
    for (let i = 24; i < c.length; i++) {
      const hour = Math.floor(c.time[i] / 3600000) % 24;
      switch (hour) {
        case 0:
        case 8:
        case 16:
          // funding is paid: the next open shows who had to
          if (c.open[i + 1] > c.close[i]) enterLong[i] = 1;
          else if (c.open[i + 1] < c.close[i]) enterShort[i] = 1;
          break;
        default:
      }
    }
    return { enterLong, enterShort };
  },
});
