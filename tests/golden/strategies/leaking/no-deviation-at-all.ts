// expect: shuffle future-leak
// proof: bars=2500 idle=0.5
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0416",
  timeframe: "1m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 30 },
  signals(c) {
    const sd = ta.stddev(c.close, 4);
    const mean = ta.sma(c.close, 4);
    const z = new Float64Array(c.length);
    const ahead = (i) => mean[Math.min(i + 2, c.length - 1)];
    for (let i = 0; i < c.length; i++) z[i] = sd[i] > 0 ? (c.close[i] - mean[i]) / sd[i] : 1e4 * (ahead(i) / mean[i] - 1);
    return { enterLong: ta.gt(z, 1.7), enterShort: ta.lt(z, -1.7) };
  },
});
