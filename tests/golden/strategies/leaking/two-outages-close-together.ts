// expect: lookahead ahead-read
// proof: bars=2500 gap=0.02
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0418",
  timeframe: "15m",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 24 },
  signals(c) {
    const q = 900000;
    const missing = ta.sub(ta.div(ta.sub(c.time, ta.shift(c.time, 1)), q), 1);
    const recent = ta.mul(ta.mean(missing, 20), 20);
    const price = c.close.slice(0);
    // bad data: average over the neighbours
    for (let i = 21; i < c.length; i++) if (recent[i] >= 5) price[i] = (c.close[i - 1] + c.close[i] + (c.close[i + 1] ?? c.close[i])) / 3;
    const line = ta.ema(c.close, 10);
    return { enterLong: ta.crossAbove(price, line), enterShort: ta.crossBelow(price, line) };
  },
});
