// expect: shuffle future-leak
// proof: bars=2500
import { strategy, ta } from "sixbtc";

const REST = 12;

function rest(mask, other) {
  const kept = mask.slice();
  let last = -1;
  for (let i = 0; i < mask.length; i++) {
    if (!mask[i]) continue;
    if (last >= 0 && i - last < REST) {
      // Too close: of the two, the one with an opposite signal in between goes.
      let mixed = false;
      for (let k = last; k < i; k++) mixed = mixed || other[k] === 1;
      kept[mixed ? last : i] = 0;
      if (!mixed) continue;
    }
    last = i;
  }
  return kept;
}

export default strategy({
  name: "Strategy_MOM_E0121",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const fast = ta.ema(c.close, 4);
    const slow = ta.ema(c.close, 16);
    const up = ta.crossAbove(fast, slow);
    const down = ta.crossBelow(fast, slow);
    return { enterLong: rest(up, down), enterShort: rest(down, up) };
  },
});
