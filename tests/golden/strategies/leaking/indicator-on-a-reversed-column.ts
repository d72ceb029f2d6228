// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

const reversed = (col) => {
  const out = new Float64Array(col.length);
  for (let i = 0; i < col.length; i++) out[col.length - 1 - i] = col[i];
  return out;
};

export default strategy({
  name: "Strategy_TRD_L0240",
  timeframe: "30m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 20 },
  signals(c) {
    const ema = ta.ema(c.close, 12);
    const mirror = reversed(ta.ema(reversed(c.close), 12));
    return { enterLong: ta.crossBelow(ema, mirror), enterShort: ta.crossAbove(ema, mirror) };
  },
});
