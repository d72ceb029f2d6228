// expect: passed
// proof: bars=300
// proof: bars=200 idle=0.3 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0043",
  timeframe: "5m",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const window = [];
    let count = 0;
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      if (count === 40) {
        let at = 0;
        while (window[at] !== c.close[i - 40]) at++;
        for (; at < count - 1; at++) window[at] = window[at + 1];
        count--;
      }
      let at = count++;
      for (; at > 0 && window[at - 1] > c.close[i]; at--) window[at] = window[at - 1];
      window[at] = c.close[i];
      if (count === 40 && at === 0) long[i] = 1;
    }
    return { enterLong: long };
  },
});
