// expect: execution allocation
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0124",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const o = {};
    for (let i = 0; ; i++) o[i + 0.5] = i;
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
