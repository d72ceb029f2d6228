// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0221",
  timeframe: "30m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 10 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.wma(c.close, 10));
    const enterShort = ta.crossBelow(c.close, ta.wma(c.close, 10));
    const open = [];
    for (let i = 0; i < c.length; i++) {
      for (const trade of open) {
        if (i - trade.at > 10) continue;
        const adverse = trade.side > 0 ? 1 - c.low[i] / trade.price : c.high[i] / trade.price - 1;
        if (adverse > 0.01) (trade.side > 0 ? enterLong : enterShort)[trade.at] = 0;
      }
      if (enterLong[i]) open.push({ at: i, side: 1, price: c.close[i] });
      if (enterShort[i]) open.push({ at: i, side: -1, price: c.close[i] });
    }
    return { enterLong, enterShort };
  },
});
