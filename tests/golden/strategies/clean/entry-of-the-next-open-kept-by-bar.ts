// expect: passed
// proof: bars=400
// proof: bars=300 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0285",
  timeframe: "1h",
  direction: "short",
  warmup: 10,
  exits: { stop: { kind: "swing", lookback: 20 } },
  signals(c) {
    const short = ta.crossBelow(c.close, ta.ema(c.close, 10));
    const entry = new Float64Array(c.length + 1).fill(NaN);
    for (let i = 0; i < c.length; i++) if (short[i]) entry[i + 1] = c.open[i + 1];
    const exit = new Uint8Array(c.length);
    let price = NaN;
    for (let i = 0; i < c.length; i++) {
      price = entry[i] > 0 ? entry[i] : price;
      if (c.close[i] < price * 0.97 || c.close[i] > price * 1.02) exit[i] = 1;
    }
    return { enterShort: short, exitShort: exit };
  },
});
