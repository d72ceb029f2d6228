// expect: passed
// proof: bars=2500
import { strategy, ta } from "sixbtc";

const MONTH = 30 * 86_400_000;

function equityOf(c, inPosition) {
  const equity = new Float64Array(c.length);
  for (let i = 1; i < c.length; i++) {
    equity[i] = equity[i - 1] + (inPosition[i - 1] ? Math.log(c.close[i] / c.close[i - 1]) : 0);
  }
  return equity;
}

function peaksByMonth(c, equity) {
  const peaks = [];
  const first = c.length > 0 ? Math.floor(c.time[0] / MONTH) : 0;
  const soFar = new Float64Array(c.length);
  for (let i = 0; i < c.length; i++) {
    const m = Math.floor(c.time[i] / MONTH) - first;
    while (peaks.length <= m) peaks.push(-Infinity);
    peaks[m] = Math.max(peaks[m], equity[i]);
    soFar[i] = peaks[m];
  }
  return { soFar, whole: (i) => peaks[Math.floor(c.time[i] / MONTH) - first] };
}

export default strategy({
  name: "Strategy_TRD_E0054",
  timeframe: "1h",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const isLong = ta.gt(ta.ema(c.close, 12), ta.ema(c.close, 36));
    const equity = equityOf(c, isLong);
    const peaks = peaksByMonth(c, equity);
    const enterLong = new Uint8Array(c.length);
    const exitLong = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      if (isLong[i] && !isLong[i - 1]) enterLong[i] = 1;
      // Takes the money of a good month.
      const peak = peaks.soFar[i];
      if (isLong[i] && equity[i] >= peak && equity[i] > 0.1) exitLong[i] = 1;
    }
    return { enterLong, exitLong };
  },
});
