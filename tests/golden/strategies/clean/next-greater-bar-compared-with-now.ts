// expect: passed
// proof: bars=400
// proof: bars=250 drift=0.002 seed=9
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0023",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const exceededAt = new Float64Array(c.length).fill(Infinity);
    const stack = [];
    let height = 0;
    for (let i = 0; i < c.length; i++) {
      while (height > 0 && c.high[stack[height - 1]] < c.high[i]) {
        height--;
        exceededAt[stack[height]] = i;
      }
      stack[height] = i;
      height++;
    }
    const long = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) {
      let standing = 0;
      for (let j = i - 20; j < i; j++) if (exceededAt[j] > i) standing++;
      if (standing <= 1) long[i] = 1;
    }
    return { enterLong: long };
  },
});
