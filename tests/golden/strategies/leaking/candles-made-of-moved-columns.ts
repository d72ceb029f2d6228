// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0244",
  timeframe: "1h",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 24 },
  signals(c) {
    const lead = (col) => col.map((v, i) => col[i + 3] ?? v);
    const bars = {
      time: c.time.slice(0),
      open: lead(c.open),
      high: lead(c.high),
      low: lead(c.low),
      close: lead(c.close),
      volume: lead(c.volume),
      length: c.length,
    };
    const { plus, minus } = ta.dmi(bars, 14);
    return { enterLong: ta.crossAbove(plus, minus) };
  },
});
