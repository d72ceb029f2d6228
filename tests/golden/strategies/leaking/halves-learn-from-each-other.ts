// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0230",
  timeframe: "1h",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 5 },
  signals(c) {
    const middle = c.length >> 1;
    const persistence = (from, to) => {
      let sum = 0;
      for (let i = from + 2; i < to; i++) sum += Math.sign(c.close[i] - c.close[i - 1]) * Math.sign(c.close[i - 1] - c.close[i - 2]);
      return sum;
    };
    // out of sample: either half is traded with what the other one taught
    const first = persistence(middle, c.length);
    const second = persistence(0, middle);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      const way = Math.sign(c.close[i] - c.close[i - 1]) * (i < middle ? first : second);
      enterLong[i] = way > 0 ? 1 : 0;
      enterShort[i] = way < 0 ? 1 : 0;
    }
    return { enterLong, enterShort };
  },
});
