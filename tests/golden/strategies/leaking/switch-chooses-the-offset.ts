// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

const offset = (kind) => {
  switch (kind) {
    case 0: return -2;
    case 1: return -1;
    case 2: return 0;
    default: return 1;
  }
};

export default strategy({
  name: "Strategy_VOL_L0251",
  timeframe: "30m",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 10 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    for (let i = 10; i < c.length; i++) {
      let greens = 0;
      for (let kind = 0; kind < 4; kind++) {
        const k = i + offset(kind);
        greens += c.close[k] > c.open[k] ? 1 : 0;
      }
      if (greens === 4) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
