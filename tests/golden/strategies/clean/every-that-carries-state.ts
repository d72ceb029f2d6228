// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0292",
  timeframe: "15m",
  direction: "short",
  warmup: 5,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const short = new Uint8Array(c.length);
    let streak = 0;
    c.volume.every((volume, i, all) => {
      streak = volume > all[i - 1] ? streak + 1 : 0;
      if (streak >= 2 && c.close[i] < c.open[i]) short[i] = 1;
      return streak >= 0;
    });
    return { enterShort: short };
  },
});
