// expect: shuffle future-leak
// proof: bars=3000
// proof: bars=3000 seed=2
import { strategy, ta } from "sixbtc";

const LONGEST = 24;

function settle(c, entry, atr) {
  const stop = c.close[entry] - 1.5 * atr[entry];
  for (let k = entry + 1; k < entry + LONGEST; k++) {
    if (c.low[k] < stop) return { profit: stop / c.close[entry] - 1, bar: k };
  }
  return { profit: c.close[entry + LONGEST] / c.close[entry] - 1, bar: entry + LONGEST };
}

export default strategy({
  name: "Strategy_TRD_E0233",
  timeframe: "1h",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const atr = ta.atr(c, 14);
    const up = ta.crossAbove(ta.ema(c.close, 6), ta.ema(c.close, 18));
    const down = ta.crossBelow(ta.ema(c.close, 6), ta.ema(c.close, 18));
    const result = new Float64Array(c.length);
    for (let i = 20; i < c.length; i++) {
      if (!up[i]) continue;
      if (i + LONGEST >= c.length) break;
      const { profit, bar } = settle(c, i, atr);
      result[bar] += profit;
    }
    const form = ta.ema(result, 30);
    const enterLong = ta.and(up, ta.gt(form, -0.0004));
    const enterShort = ta.and(down, ta.lt(form, -0.0002));
    return { enterLong, enterShort };
  },
});
