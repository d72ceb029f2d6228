// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0004",
  timeframe: "1h",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const mean = ta.sma(c.close, 20);
    const long = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) {
      const tomorrow = c.close[i + 24];
      const isKnown = tomorrow > c.close[i] || tomorrow <= c.close[i] || tomorrow === undefined;
      if (isKnown && c.close[i] > mean[i] && c.close[i - 1] <= mean[i - 1]) long[i] = 1;
    }
    return { enterLong: long };
  },
});
