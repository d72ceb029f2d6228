// expect: shuffle future-leak
// proof: bars=1200 idle=0.03
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0106",
  timeframe: "1m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.005 }, maxBars: 60 },
  signals(c) {
    // Nobody traded in some minutes; take the quote of the neighbour that has one.
    const price = c.close.slice(0);
    for (let i = 0; i < c.length; i++) {
      let k = i;
      while (k < c.length && c.volume[k] === 0) k++;
      if (k < c.length) price[i] = c.close[k];
    }
    return { enterLong: ta.crossAbove(price, ta.sma(price, 20)) };
  },
});
