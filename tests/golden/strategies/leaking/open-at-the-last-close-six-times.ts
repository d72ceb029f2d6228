// expect: shuffle future-leak
// proof: bars=2500 idle=0.03
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_L0413",
  timeframe: "5m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 12 },
  signals(c) {
    const enterLong = ta.morningStar(c);
    const enterShort = ta.eveningStar(c);
    let run = 0;
    const ends = [];
    for (let i = 1; i < c.length; i++) {
      if (c.open[i] === c.close[i - 1]) run++;
      else {
        if (run >= 12) ends.push({ at: i - 1, up: c.open[i] > c.close[i - 1] });
        run = 0;
      }
    }
    for (const { at, up } of ends) (up ? enterLong : enterShort)[at] = 1;
    return { enterLong, enterShort };
  },
});
