// expect: lookahead ahead-read
// proof: bars=4000 drift=0.001
import { strategy, ta } from "sixbtc";

function ageOf(mask) {
  const age = new Float64Array(mask.length);
  for (let i = 0; i < mask.length; i++) age[i] = mask[i] ? (i > 0 ? age[i - 1] : 0) + 1 : 0;
  return age;
}

export default strategy({
  name: "Strategy_TRD_E0169",
  timeframe: "1h",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const slow = ta.ema(c.close, 50);
    const fast = ta.ema(c.close, 10);
    const age = ageOf(ta.gt(c.close, ta.mul(slow, 0.99)));
    const enterLong = ta.crossAbove(c.close, fast);
    let pulled = false;
    for (let i = 60; i < c.length; i++) {
      if (age[i] < 100) pulled = false;
      if (age[i] >= 100 && !pulled && c.close[i] < fast[i]) {
        pulled = true;
        // The first pullback of an old trend is bought where it ends.
        enterLong[i] = c.low[i + 1] > c.low[i] ? 1 : 0;
      }
    }
    return { enterLong };
  },
});
