// expect: lookahead ahead-read
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_L0026",
  timeframe: "15m",
  direction: "short",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  signals(c) {
    const hot = ta.gt(ta.rsi(c.close, 7), 65);
    const enterShort = new Uint8Array(c.length);
    // only one signal a run: the last
    for (let i = 0; i < c.length; i++) if (hot[i] && !hot[i + 1]) enterShort[i] = 1;
    return { enterShort };
  },
});
