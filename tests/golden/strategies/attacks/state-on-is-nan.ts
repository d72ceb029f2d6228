// expect: execution shared-write
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0084",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    isNaN.calls = (isNaN.calls ?? 0) + 1;
    return { enterLong: new Uint8Array(c.length).fill(isNaN.calls % 2) };
  },
});
