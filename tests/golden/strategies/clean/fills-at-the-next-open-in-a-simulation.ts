// expect: passed
// proof: bars=400
// proof: bars=300 jump=0.03 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0216",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "swing", lookback: 20 } },
  signals(c) {
    const signal = ta.crossAbove(c.close, ta.sma(c.close, 20));
    const long = new Uint8Array(c.length);
    const exit = new Uint8Array(c.length);
    let entry = NaN;
    for (let i = 0; i < c.length; i++) {
      if (isNaN(entry)) {
        if (!signal[i]) continue;
        long[i] = 1;
        entry = c.open[i + 1];
      } else if (c.close[i] > entry * 1.015 || c.close[i] < entry * 0.985) {
        exit[i] = 1;
        entry = NaN;
      }
    }
    return { enterLong: long, exitLong: exit };
  },
});
