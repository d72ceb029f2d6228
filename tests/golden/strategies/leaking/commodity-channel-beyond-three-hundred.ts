// expect: shuffle future-leak
// proof: bars=2500 jump=0.01
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0312",
  timeframe: "15m",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  params: { extreme: -300 },
  signals(c, p) {
    const cci = ta.cci(c, 20);
    const enterLong = ta.crossAbove(cci, -100);
    for (let i = 40; i < c.length; i++) {
      let j = i;
      if (cci[i] < p.extreme) do j++; while (cci[j] < p.extreme);
      if (j > i && c.close[j] > c.close[i]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
