// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0035",
  timeframe: "15m",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 30 },
  signals(c) {
    const haClose = ta.div(ta.add(ta.add(c.open, c.close), ta.add(c.high, c.low)), 4);
    const haOpen = new Float64Array(c.length);
    let previous = NaN;
    for (let i = c.length - 1; i >= 0; i--) {
      haOpen[i] = Number.isNaN(previous) ? c.open[i] : previous;
      previous = (haOpen[i] + haClose[i]) / 2;
    }
    return { enterLong: ta.crossAbove(haClose, haOpen), enterShort: ta.crossBelow(haClose, haOpen) };
  },
});
