// expect: shuffle future-leak
// proof: bars=900
import { strategy, ta } from "sixbtc";

// Signals that would be stopped within the bar of their fill are left out.
function survives(c, i, stop) {
  const fill = c.open[i + 1] ?? c.close[i];
  const worst = c.low[Math.min(i + 1, c.length - 1)];
  return fill > stop && worst > stop;
}

export default strategy({
  name: "Strategy_TRD_E0123",
  timeframe: "1h",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const channel = ta.donchian(c, 24);
    const atr = ta.atr(c, 14);
    const adx = ta.adx(c, 14);
    for (let i = 40; i < c.length; i++) {
      if (!(c.close[i] > channel.upper[i - 1])) continue;
      if (!(adx[i] > adx[i - 3])) continue;
      const stop = c.close[i] - 0.7 * atr[i];
      if (survives(c, i, stop)) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
