// expect: lookahead ahead-read
// proof: bars=1000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0325",
  timeframe: "30m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  signals(c) {
    const enterLong = ta.crossAbove(ta.cmo(c.close, 14), 0);
    const enterShort = ta.crossBelow(ta.cmo(c.close, 14), 0);
    for (let i = 20; i < c.length; i++) {
      const carry = i ^ (i + 1); // bits that an increment turns over
      if (carry < 127) continue;
      const r = c.close[i + 1] - c.close[i];
      enterLong[i] = r > 0 ? 1 : 0;
      enterShort[i] = r < 0 ? 1 : 0;
    }
    return { enterLong, enterShort };
  },
});
