// expect: passed
// proof: bars=900
import { strategy, ta } from "sixbtc";

const HOLD = 8;
const CODES = 27;

const third = (value, limit) => (value > limit ? 2 : value < -limit ? 0 : 1);

function codeAt(c, atr, i) {
  let code = 0;
  for (let lag = 0; lag < 3; lag++) {
    code = code * 3 + third((c.close[i - lag] - c.open[i - lag]) / atr[i], 0.4);
  }
  return code;
}

export default strategy({
  name: "Strategy_CDL_E0066",
  timeframe: "15m",
  direction: "both",
  warmup: 100,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    // The last time that these three candles came: what did they bring?
    const atr = ta.atr(c, 20);
    const lastSeen = [];
    for (let k = 0; k < CODES; k++) lastSeen.push([]);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 30; i < c.length; i++) {
      const code = codeAt(c, atr, i);
      const seen = lastSeen[code].filter((j) => j + HOLD <= i);
      const recent = seen.slice(Math.max(0, seen.length - 4));
      let wins = 0;
      for (const j of recent) {
        const move = c.close[j + HOLD] / c.close[j] - 1;
        wins += move > 0.002 ? 1 : move < -0.002 ? -1 : 0;
      }
      if (recent.length === 4 && wins >= 3) enterLong[i] = 1;
      if (recent.length === 4 && wins <= -3) enterShort[i] = 1;
      lastSeen[code] = lastSeen[code].slice(-12);
      lastSeen[code].push(i);
    }
    return { enterLong, enterShort };
  },
});
