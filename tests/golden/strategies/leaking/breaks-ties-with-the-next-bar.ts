// expect: lookahead ahead-read
// proof: bars=2000 idle=0.03
import { strategy, ta } from "sixbtc";

const compare = (a, b, tie) => (a === b ? tie : a - b);

export default strategy({
  name: "Strategy_MOM_L0122",
  timeframe: "5m",
  direction: "both",
  warmup: 3,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 5 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 3; i < c.length; i++) {
      const order = compare(c.close[i], c.close[i - 1], c.close[i + 1] - c.close[i]);
      const before = c.close[i - 1] - c.close[i - 3];
      if (order > 0 && before < 0) enterLong[i] = 1;
      if (order < 0 && before > 0) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
