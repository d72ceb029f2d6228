// expect: lookahead ahead-read
// proof: bars=4000
import { strategy, ta } from "sixbtc";

const N = 60;

function correlation(a, b, i) {
  let sa = 0;
  let sb = 0;
  let sab = 0;
  let saa = 0;
  let sbb = 0;
  for (let k = i - N + 1; k <= i; k++) {
    sa += a[k];
    sb += b[k];
    sab += a[k] * b[k];
    saa += a[k] * a[k];
    sbb += b[k] * b[k];
  }
  const spread = (saa - (sa * sa) / N) * (sbb - (sb * sb) / N);
  return spread > 0 ? (sab - (sa * sb) / N) / Math.sqrt(spread) : 0;
}

export default strategy({
  name: "Strategy_VOL_E0193",
  timeframe: "15m",
  direction: "short",
  warmup: 120,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const log = ta.log(ta.add(c.volume, 1));
    const enterShort = ta.crossBelow(ta.rsi(c.close, 14), 45);
    for (let i = N; i < c.length; i++) {
      const r = correlation(c.close, log, i);
      if (r > -0.3 || c.close[i] <= c.close[i - 5]) continue;
      // A rise on ever less volume: sold on the bar before it breaks.
      enterShort[i] = c.close[i + 1] < c.low[i] ? 1 : 0;
    }
    return { enterShort };
  },
});
