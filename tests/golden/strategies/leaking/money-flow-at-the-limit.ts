// expect: shuffle future-leak
// proof: bars=1500 drift=0.004
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0311",
  timeframe: "5m",
  direction: "short",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 20 },
  signals(c) {
    const mfi = ta.mfi(c, 14);
    const base = ta.crossBelow(mfi, 80);
    const enterShort = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) {
      const cap = mfi[i] > 95 ? Math.min(i + 2, c.length - 1) : i;
      enterShort[i] = base[cap];
    }
    return { enterShort };
  },
});
