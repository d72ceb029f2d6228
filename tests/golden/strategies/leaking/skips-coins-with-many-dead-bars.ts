// expect: shuffle future-leak
// proof: bars=400 idle=0.1
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0141",
  timeframe: "5m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 30 },
  signals(c) {
    const idle = c.volume.filter((v) => v === 0).length;
    if (idle > 0.1 * c.length) return {};
    const { k, d } = ta.stoch(c, 14, 3, 3);
    return { enterLong: ta.crossAbove(k, d), enterShort: ta.crossBelow(k, d) };
  },
});
