// expect: lookahead ahead-read
// proof: bars=2500 jump=0.01 jumpSize=0.2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0151",
  timeframe: "1h",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.05 }, maxBars: 24 },
  signals(c) {
    const enterLong = ta.threeSoldiers(c);
    const enterShort = ta.threeCrows(c);
    const r = ta.pctChange(c.close, 1);
    for (let i = 30; i + 1 < c.length; i++) {
      if (r[i] > 0.15) enterShort[i] = r[i + 1] < 0 ? 1 : 0;
      if (r[i] < -0.15) enterLong[i] = r[i + 1] > 0 ? 1 : 0;
    }
    return { enterLong, enterShort };
  },
});
