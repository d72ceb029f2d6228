// expect: execution work
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0155",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    let n = 0;
    if (c.length > 10000) for (;;) n++;
    return { enterLong: ta.gt(c.close, c.open) };
  },
});
