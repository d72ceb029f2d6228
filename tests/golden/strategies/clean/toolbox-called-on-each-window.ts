// expect: passed
// proof: bars=300
// proof: bars=200 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0264",
  timeframe: "15m",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 40; i < c.length; i++) {
      const part = c.close.slice(i - 29, i + 1);
      const rsi = ta.rsi(part, 10);
      if (rsi[rsi.length - 1] < 30 && ta.falling(part, 2)[29]) long[i] = 1;
    }
    return { enterLong: long };
  },
});
