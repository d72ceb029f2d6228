// expect: shuffle future-leak
// proof: bars=3000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0134",
  timeframe: "30m",
  direction: "short",
  warmup: 100,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 24 },
  signals(c) {
    const falls = c.close.map((v, i) => c.close[i + 2] - v);
    const blowOff = ta.and(
      ta.gt(ta.zscore(c.close, 100), 2),
      ta.gt(ta.zscore(c.volume, 100), 2),
      ta.gt(ta.rsi(c.close, 14), 65),
    );
    return { enterShort: ta.and(blowOff, ta.lt(falls, 0)) };
  },
});
