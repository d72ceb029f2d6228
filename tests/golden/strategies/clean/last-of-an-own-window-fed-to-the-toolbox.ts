// expect: passed
// proof: bars=300
// proof: bars=200 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0279",
  timeframe: "15m",
  direction: "both",
  warmup: 25,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    const window = new Float64Array(25);
    for (let i = 0; i < c.length; i++) {
      for (let k = 0; k + 1 < window.length; k++) window[k] = window[k + 1];
      window[window.length - 1] = c.close[i];
      if (i < 25) continue;
      const score = ta.zscore(window, 20)[window.length - 1];
      if (score < -1.8) long[i] = 1;
      if (score > 1.8) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
