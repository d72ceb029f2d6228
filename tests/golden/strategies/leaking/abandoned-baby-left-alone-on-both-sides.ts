// expect: shuffle future-leak
// proof: bars=4000 jump=0.08
import { strategy, ta } from "sixbtc";

const middleOf = (c, i) => (c.open[i] + c.close[i]) / 2;
const small = (c, i) => Math.abs(c.close[i] - c.open[i]) < 0.35 * (c.high[i] - c.low[i]);

function gapsAway(c, i, side) {
  const before = side > 0 ? c.high[i] < c.low[i - 1] : c.low[i] > c.high[i - 1];
  if (!before) return false;
  return side > 0 ? c.low[i + 1] > middleOf(c, i) : c.high[i - 1] < c.low[i];
}

export default strategy({
  name: "Strategy_CDL_E0195",
  timeframe: "1h",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const enterLong = ta.morningStar(c).map((v) => v);
    const enterShort = ta.eveningStar(c).map((v) => v);
    for (let i = 2; i < c.length; i++) {
      if (!small(c, i)) continue;
      if (gapsAway(c, i, 1)) enterLong[i] = 1;
      if (gapsAway(c, i, -1) && c.close[i] < c.open[i]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
