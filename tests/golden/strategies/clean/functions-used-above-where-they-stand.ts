// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0244",
  timeframe: "15m",
  direction: "short",
  warmup: 2,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    return { enterShort: mark(c) };

    function mark(candles) {
      const mask = new Uint8Array(candles.length);
      for (let i = 2; i < candles.length; i++) mask[i] = isPeak(candles, i - 1) ? 1 : 0;
      return mask;
    }

    function isPeak({ high }, i, before = high[i - 1], after = high[i + 1]) {
      return high[i] > before && high[i] > after;
    }
  },
});
