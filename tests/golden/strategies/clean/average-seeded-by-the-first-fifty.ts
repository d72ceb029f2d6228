// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0007",
  timeframe: "1h",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const smooth = new Float64Array(c.length);
    let seed = 0;
    for (let i = 0; i < Math.min(50, c.length); i++) seed += c.close[i] / 50;
    smooth.fill(seed, 0, 50);
    for (let i = 50; i < c.length; i++) smooth[i] = smooth[i - 1] + (c.close[i] - smooth[i - 1]) * 0.04;
    return { enterLong: ta.crossAbove(c.close, smooth), enterShort: ta.crossBelow(c.close, smooth) };
  },
});
