// expect: passed
// proof: bars=800
// proof: bars=750 gap=0.01 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0266",
  timeframe: "5m",
  direction: "long",
  warmup: 600,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const day = ta.resample(c, "1d");
    const half = ta.resample(c, "2h");
    const isBusy = ta.gt(half.volume, ta.div(day.volume, 12));
    return { enterLong: ta.and(isBusy, ta.crossAbove(c.close, half.high)) };
  },
});
