// expect: execution work
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0114",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    c.close.map((v) => c.close.map((w) => c.close.filter((x) => x > v + w).length).length);
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
