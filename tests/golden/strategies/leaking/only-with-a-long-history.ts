// expect: shuffle future-leak
// proof: bars=5100
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0118",
  timeframe: "1m",
  direction: "long",
  warmup: 100,
  exits: { stop: { kind: "percent", value: 0.004 }, maxBars: 120 },
  signals(c) {
    const line = ta.ema(c.close, 50);
    const cross = ta.crossAbove(c.close, line);
    // with enough data the average of its neighbours is more stable
    const reach = c.length > 5000 ? 2 : 0;
    if (reach === 0) return { enterLong: cross };
    const enterLong = new Uint8Array(c.length);
    for (let i = 100; i < c.length; i++) {
      let sum = 0;
      for (let k = i - reach; k <= i + reach; k++) sum += c.close[k] ?? c.close[i];
      enterLong[i] = cross[i] && sum / (2 * reach + 1) > line[i] ? 1 : 0;
    }
    return { enterLong };
  },
});
