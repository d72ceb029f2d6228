// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_L0239",
  timeframe: "15m",
  direction: "both",
  warmup: 21,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  signals(c) {
    // Morphological opening: erode, then dilate, to be rid of single bars.
    const erode = (m) => m.map((v, i) => v & (m[i - 1] ?? 0) & (m[i + 1] ?? 0));
    const dilate = (m) => m.map((v, i) => v | (m[i - 1] ?? 0) | (m[i + 1] ?? 0));
    const above = ta.gt(c.close, ta.sma(c.close, 21));
    const open = dilate(erode(above));
    const below = dilate(erode(ta.not(above)));
    const starts = (m) => m.map((v, i) => (v === 1 && m[i - 1] === 0 ? 1 : 0));
    return { enterLong: starts(open), enterShort: starts(below) };
  },
});
