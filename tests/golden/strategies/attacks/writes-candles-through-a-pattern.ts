// expect: syntax shared-write
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0096",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const { close: [first], high } = c;
    high[first > 0 ? 0 : 1] = 1;
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
