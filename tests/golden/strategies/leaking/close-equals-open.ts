// expect: lookahead ahead-read
// proof: bars=3000 idle=0.02
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_L0107",
  timeframe: "15m",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 16 },
  signals(c) {
    const long = ta.hammer(c);
    const short = ta.shootingStar(c);
    for (let i = 10; i < c.length; i++) {
      const body = c.close[i] === c.open[i] ? c.open[i + 1] - c.close[i] : c.close[i] - c.open[i];
      if (body > 0 && long[i - 1]) long[i] = 1;
      if (body < 0 && short[i - 1]) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
