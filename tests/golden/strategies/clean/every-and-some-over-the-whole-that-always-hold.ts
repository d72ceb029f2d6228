// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0261",
  timeframe: "30m",
  direction: "both",
  warmup: 26,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const isUsable = c.close.every((price) => price > 0) && !c.volume.some((volume) => volume < 0);
    const isSorted = c.time.every((time, i, all) => i === 0 || time > all[i - 1]);
    if (!isUsable || !isSorted) return {};
    return { enterLong: ta.crossAbove(ta.tema(c.close, 8), ta.ema(c.close, 26)), enterShort: ta.crossBelow(ta.tema(c.close, 8), ta.ema(c.close, 26)) };
  },
});
