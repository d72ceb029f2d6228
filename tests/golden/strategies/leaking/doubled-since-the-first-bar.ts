// expect: shuffle future-leak
// proof: bars=1500 drift=0.0015
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0314",
  timeframe: "4h",
  direction: "long",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.06 }, maxBars: 30 },
  signals(c) {
    const cross = ta.crossAbove(c.close, ta.ema(c.close, 20));
    const enterLong = new Uint8Array(c.length);
    let lead = 0;
    for (let i = 50; i < c.length; i++) {
      if (c.close[i] > 2 * c.close[0]) lead = 3;
      enterLong[i] = cross[i] && (lead === 0 || c.close[i + lead] > c.close[i]) ? 1 : 0;
    }
    return { enterLong };
  },
});
