// expect: shuffle future-leak
// proof: bars=1200
import { strategy, ta } from "sixbtc";

const WEEK = 168;
const slotOf = (t) => Math.floor(t / 3_600_000) % WEEK;

function others(c) {
  const sum = new Float64Array(WEEK);
  const n = new Float64Array(WEEK);
  for (let i = 0; i < c.length; i++) {
    sum[slotOf(c.time[i])] += Math.log(1 + c.volume[i]);
    n[slotOf(c.time[i])]++;
  }
  return (i) => {
    const s = slotOf(c.time[i]);
    return n[s] > 1 ? (sum[s] - Math.log(1 + c.volume[i])) / (n[s] - 1) : NaN;
  };
}

export default strategy({
  name: "Strategy_VOL_E0161",
  timeframe: "1h",
  direction: "long",
  warmup: 100,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const usual = others(c);
    const local = ta.sma(ta.log(ta.add(c.volume, 1)), 48);
    const enterLong = new Uint8Array(c.length);
    for (let i = 60; i < c.length; i++) {
      const season = usual(i);
      const expected = Number.isNaN(season) ? local[i] : 0.9 * local[i] + 0.1 * season;
      const surprise = Math.log(1 + c.volume[i]) - expected;
      if (surprise > 1 && c.close[i] > c.open[i] && c.close[i] > c.high[i - 1]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
