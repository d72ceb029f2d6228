// expect: execution shared-write
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0002",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    new Float64Array(4).map(function spoil(value, bar, all) {
      all[bar] = 1e9;
      return bar === 0 ? spoil(0, 1, c.close) : value;
    });
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
