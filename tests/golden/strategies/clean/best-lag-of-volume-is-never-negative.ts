// expect: passed
// proof: bars=700
import { strategy, ta } from "sixbtc";

const WINDOW = 60;

function correlation(a, b, from, to, lag) {
  let n = 0;
  let sa = 0;
  let sb = 0;
  let sab = 0;
  let saa = 0;
  let sbb = 0;
  for (let k = from; k < to; k++) {
    const x = a[k - lag];
    const y = b[k];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    n++;
    sa += x;
    sb += y;
    sab += x * y;
    saa += x * x;
    sbb += y * y;
  }
  const variance = (saa - (sa * sa) / n) * (sbb - (sb * sb) / n);
  return n > 10 && variance > 0 ? (sab - (sa * sb) / n) / Math.sqrt(variance) : 0;
}

export default strategy({
  name: "Strategy_VOL_E0102",
  timeframe: "1h",
  direction: "both",
  warmup: 120,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const change = ta.pctChange(c.close, 1);
    const surge = ta.zscore(c.volume, 20);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 100; i < c.length; i++) {
      let best = 0;
      let lag = 1;
      for (let k = 0; k <= 4; k++) {
        const value = correlation(surge, change, i - WINDOW, i + 1, k);
        if (Math.abs(value) > Math.abs(best)) {
          best = value;
          lag = k;
        }
      }
      const signal = best * surge[i - lag];
      if (signal > 0.35) enterLong[i] = 1;
      if (signal < -0.35) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
