// expect: execution shared-write
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0100",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const o = { a: [{ b: c.low }] };
    o.a[0].b[0]--;
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
