// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0245",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 30 },
  signals(c) {
    // The feed stamps bars an hour late: correct it, so that the hourly bars are in line.
    const shifted = {
      ...c,
      open: c.open.map((v, i) => c.open[i + 4] ?? v),
      high: c.high.map((v, i) => c.high[i + 4] ?? v),
      low: c.low.map((v, i) => c.low[i + 4] ?? v),
      close: c.close.map((v, i) => c.close[i + 4] ?? v),
    };
    const hour = ta.resample(shifted, "1h");
    return { enterLong: ta.crossAbove(hour.close, hour.open), enterShort: ta.crossBelow(hour.close, hour.open) };
  },
});
