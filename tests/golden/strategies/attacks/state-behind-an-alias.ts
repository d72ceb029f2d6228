// expect: syntax module-state
import { strategy, ta } from "sixbtc";

const kept = { inner: { calls: 0 } };

export default strategy({
  name: "Strategy_VOL_A0086",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const alias = kept.inner;
    alias.calls += 1;
    return { enterLong: new Uint8Array(c.length).fill(alias.calls % 2) };
  },
});
