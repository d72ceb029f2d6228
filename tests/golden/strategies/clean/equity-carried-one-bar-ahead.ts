// expect: passed
// proof: bars=400
// proof: bars=300 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0217",
  timeframe: "30m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const equity = new Float64Array(c.length + 1).fill(1);
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    const line = ta.ema(c.close, 10);
    for (let i = 0; i < c.length; i++) {
      const position = c.close[i] > line[i] ? 1 : c.close[i] < line[i] ? -1 : 0;
      if (equity[i] > 0.98 && position > 0) long[i] = 1;
      if (equity[i] > 0.98 && position < 0) short[i] = 1;
      equity[i + 1] = equity[i] * (1 + position * ((c.close[i + 1] ?? c.close[i]) / c.close[i] - 1));
    }
    return { enterLong: long, enterShort: short };
  },
});
