// expect: execution allocation
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0115",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const far = [];
    far[4294967290] = 1;
    const copy = far.slice();
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
