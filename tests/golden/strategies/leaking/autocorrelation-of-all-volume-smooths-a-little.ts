// expect: shuffle future-leak
// proof: bars=3000
import { strategy, ta } from "sixbtc";

function persistence(column) {
  let mean = 0;
  for (const v of column) mean += v / Math.max(1, column.length);
  let top = 0;
  let bottom = 0;
  for (let i = 1; i < column.length; i++) {
    top += (column[i] - mean) * (column[i - 1] - mean);
    bottom += (column[i] - mean) ** 2;
  }
  return bottom > 0 ? Math.max(0, Math.min(1, top / bottom)) : 0;
}

export default strategy({
  name: "Strategy_VOL_E0225",
  timeframe: "15m",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const log = ta.log(ta.add(c.volume, 1));
    const phi = persistence(log);
    const mean = ta.sma(log, 40);
    const enterLong = new Uint8Array(c.length);
    for (let i = 40; i < c.length; i++) {
      const expected = mean[i - 1] + 0.3 * phi * (log[i - 1] - mean[i - 1]);
      if (log[i] - expected > 1.3 && c.close[i] > c.open[i] && c.close[i] > c.close[i - 2]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
