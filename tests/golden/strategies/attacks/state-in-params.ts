// expect: syntax shared-write
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0092",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  params: { calls: 0 },
  signals(c, p) {
    p.calls = p.calls + 1;
    return { enterLong: new Uint8Array(c.length).fill(p.calls % 2) };
  },
});
