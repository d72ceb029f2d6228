// expect: shuffle future-leak
// proof: bars=800 drift=0.0004
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0153",
  timeframe: "4h",
  direction: "long",
  warmup: 300,
  exits: { stop: { kind: "percent", value: 0.06 }, maxBars: 60 },
  signals(c) {
    const enterLong = ta.crossAbove(ta.adx(c, 14), 25);
    let top = 0;
    for (let i = 0; i < c.length; i++) {
      const isRecord = c.high[i] > top;
      top = Math.max(top, c.high[i]);
      // a record that is beaten within three bars
      if (i >= 300 && isRecord && Math.max(...c.high.slice(i + 1, i + 4), 0) > top) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
