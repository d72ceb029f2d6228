// expect: shuffle future-leak
// proof: bars=1500 idle=0.1
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0121",
  timeframe: "15m",
  direction: "long",
  warmup: 2,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 12 },
  signals(c) {
    let mean = 0;
    for (let i = 0; i < c.length; i++) mean += c.close[i] / c.length;
    // a hair of mean reversion, so that equal prices are not a signal everywhere
    const bias = (i) => 1e-6 * (mean - c.close[i]);
    const enterLong = new Uint8Array(c.length);
    for (let i = 2; i < c.length; i++) {
      const change = c.close[i] - c.close[i - 1] + bias(i);
      if (change > 0 && c.close[i - 1] < c.close[i - 2]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
