// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

function thin(mask, distance) {
  const out = mask.slice(0);
  let kept = Infinity;
  for (let i = out.length - 1; i >= 0; i--) {
    if (!out[i]) continue;
    if (kept - i < distance) out[i] = 0;
    else kept = i;
  }
  return out;
}

export default strategy({
  name: "Strategy_MOM_L0027",
  timeframe: "15m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const fast = ta.ema(c.close, 5);
    const slow = ta.ema(c.close, 13);
    return {
      enterLong: thin(ta.crossAbove(fast, slow), 12),
      enterShort: thin(ta.crossBelow(fast, slow), 12),
    };
  },
});
