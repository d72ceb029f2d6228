// expect: syntax module-state
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0077",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    ta.gt = () => new Uint8Array(c.length).fill(1);
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
