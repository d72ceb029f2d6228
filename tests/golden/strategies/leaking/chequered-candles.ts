// expect: lookahead ahead-read
// proof: bars=2500
import { strategy, ta } from "sixbtc";

const alternates = (c, i, n) => {
  for (let k = 0; k < n; k++) {
    const a = c.close[i - k] - c.open[i - k];
    const b = c.close[i - k - 1] - c.open[i - k - 1];
    if (!(a * b < 0)) return false;
  }
  return true;
};

export default strategy({
  name: "Strategy_CDL_L0414",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 12 },
  signals(c) {
    const enterLong = ta.crossAbove(ta.rsi(c.close, 9), 50);
    const at = (k) => c.close[k];
    for (let i = 20; i < c.length; i++) if (alternates(c, i, 8)) enterLong[i] = at(i + 1) > at(i) ? 1 : 0;
    return { enterLong };
  },
});
