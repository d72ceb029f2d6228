// expect: passed
// proof: bars=400
// proof: bars=300 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0238",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "swing", lookback: 20 } },
  signals(c) {
    const entries = ta.crossAbove(c.close, ta.hma(c.close, 16));
    const exits = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) {
      if (!entries[i]) continue;
      let best = c.close[i];
      let j = i + 1;
      while (j < c.length && j < i + 60 && c.close[j] > best * 0.985) {
        best = Math.max(best, c.high[j]);
        j++;
      }
      if (j < c.length && j < i + 60) exits[j] = 1;
    }
    return { enterLong: entries, exitLong: exits };
  },
});
