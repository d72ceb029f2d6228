// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

// Align every bar to its block of sixteen.
const blockOf = (i: number): number => i | 15;

export default strategy({
  name: "Strategy_TRD_L0004",
  timeframe: "15m",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 16 },
  signals(c) {
    const slow = ta.ema(c.close, 20);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 40; i < c.length; i++) {
      const anchor = c.close[blockOf(i)];
      if (anchor > slow[i] && c.close[i] < slow[i]) enterLong[i] = 1;
      if (anchor < slow[i] && c.close[i] > slow[i]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
