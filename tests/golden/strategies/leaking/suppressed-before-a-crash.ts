// expect: shuffle future-leak
// proof: bars=2500 jump=0.01 jumpSize=0.1
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0139",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.05 }, maxBars: 20 },
  signals(c) {
    const cross = ta.crossAbove(c.close, ta.ema(c.close, 10));
    const enterLong = new Uint8Array(c.length);
    for (let i = 30; i < c.length; i++) {
      if (!cross[i]) continue;
      let crash = false;
      for (let k = i + 1; k < c.length && k <= i + 10; k++) if (c.open[k] < c.close[k - 1] * 0.9) crash = true;
      enterLong[i] = crash ? 0 : 1;
    }
    return { enterLong };
  },
});
