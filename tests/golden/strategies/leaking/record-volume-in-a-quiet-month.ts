// expect: shuffle future-leak
// proof: bars=3000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0432",
  timeframe: "15m",
  direction: "long",
  warmup: 1000,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 96 },
  signals(c) {
    const record = ta.eq(c.volume, ta.highest(c.volume, 200));
    const enterLong = ta.crossAbove(c.close, ta.sma(c.close, 200));
    let waiting = -1;
    for (let i = 1000; i < c.length; i++) {
      if (waiting >= 0 && i - waiting === 4) {
        enterLong[waiting] = c.close[i] > c.close[waiting] ? 1 : 0;
        waiting = -1;
      }
      if (record[i]) waiting = i;
    }
    return { enterLong };
  },
});
