// expect: execution work
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0119",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    let sum = 0;
    for (let i = 0; i < 1000000; i++) sum += Math.sumPrecise(c.close);
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
