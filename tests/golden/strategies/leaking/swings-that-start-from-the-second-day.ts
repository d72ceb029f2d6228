// expect: shuffle future-leak
// proof: bars=150
// proof: bars=150 seed=2
// proof: bars=150 seed=3
// proof: bars=150 seed=4
// proof: bars=150 seed=5
// proof: bars=150 seed=6
import { strategy, ta } from "sixbtc";

const FIRST = 48;

// Where the day ranges over; until two days are there the two first days lend theirs.
function typicalRange(c, i) {
  const to = Math.min(c.length, Math.max(i + 1, FIRST));
  const from = Math.max(0, to - FIRST);
  const part = c.high.slice(from, to).map((h, k) => h - c.low[from + k]);
  return part.reduce((a, v) => a + v, 0) / Math.max(1, part.length);
}

export default strategy({
  name: "Strategy_REV_E0241",
  timeframe: "1h",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const mean = ta.sma(c.close, 12);
    for (let i = 14; i < c.length; i++) {
      const unit = typicalRange(c, i);
      const off = (c.close[i] - mean[i]) / unit;
      if (off < -1.2 && c.close[i] > c.low[i]) enterLong[i] = 1;
      if (off > 1.2 && c.close[i] < c.high[i]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
