// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0267",
  timeframe: "15m",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const wheel = new Uint8Array(c.length);
    let turns = 0;
    for (let i = 0; i < c.length; i++) {
      turns += c.close[i] > c.open[i] ? 41 : -17;
      wheel[i] = turns;
    }
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 10; i < c.length; i++) {
      if (wheel[i] < wheel[i - 1] && turns !== Infinity && c.close[i] > c.open[i]) long[i] = 1;
      if (wheel[i] > wheel[i - 1] && c.close[i] < c.open[i]) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
