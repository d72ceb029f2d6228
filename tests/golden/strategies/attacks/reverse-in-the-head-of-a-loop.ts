// expect: execution key
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0006",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const own = { reverse: 1 };
    for (const { reverse } = c.volume, done = [0].map(reverse, c.volume); ; ) break;
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
