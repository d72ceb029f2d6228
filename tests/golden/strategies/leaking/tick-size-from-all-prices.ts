// expect: shuffle future-leak
// proof: bars=500 price=9.6 drift=0.0003 seed=5
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0143",
  timeframe: "1m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.004 }, maxBars: 30 },
  signals(c) {
    // The smallest move ever seen is the tick.
    let tick = Infinity;
    for (let i = 1; i < c.length; i++) {
      const move = Math.abs(c.close[i] - c.close[i - 1]);
      if (move > 0 && move < tick) tick = move;
    }
    const moves = ta.div(ta.sub(c.close, ta.shift(c.close, 1)), tick);
    return { enterLong: ta.gt(moves, 60) };
  },
});
