// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

function outcome(c, entry, stop, target) {
  const price = c.open[entry + 1] ?? c.close[entry];
  for (let i = entry + 1; i < c.length; i++) {
    if (c.low[i] <= price * (1 - stop)) return -stop;
    if (c.high[i] >= price * (1 + target)) return target;
  }
  return 0;
}

export default strategy({
  name: "Strategy_TRD_L0220",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.01 }, takeProfit: { kind: "percent", value: 0.02 } },
  signals(c) {
    const candidates = ta.crossAbove(ta.ema(c.close, 3), ta.ema(c.close, 8));
    return { enterLong: candidates.map((bit, i) => (bit === 1 && outcome(c, i, 0.01, 0.02) > 0 ? 1 : 0)) };
  },
});
