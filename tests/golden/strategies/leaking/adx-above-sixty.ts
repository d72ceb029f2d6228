// expect: lookahead ahead-read
// proof: bars=2000 drift=0.003
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0310",
  timeframe: "30m",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "atr", length: 14, multiple: 3 }, maxBars: 48 },
  signals(c) {
    const adx = ta.adx(c, 14);
    const { plus, minus } = ta.dmi(c, 14);
    const enterLong = ta.and(ta.gt(adx, 25), ta.crossAbove(plus, minus));
    const enterShort = ta.and(ta.gt(adx, 25), ta.crossBelow(plus, minus));
    for (let i = 40; i < c.length; i++) {
      if (adx[i] > 60) {
        // exhausted?
        const peaked = adx[i + 1] < adx[i];
        if (peaked && plus[i] > minus[i]) enterShort[i] = 1;
        if (peaked && plus[i] < minus[i]) enterLong[i] = 1;
      }
    }
    return { enterLong, enterShort };
  },
});
