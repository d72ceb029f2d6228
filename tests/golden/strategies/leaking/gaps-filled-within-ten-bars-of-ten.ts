// expect: shuffle future-leak
// proof: bars=3000 jump=0.02 jumpSize=0.02
// proof: bars=3000 jump=0.05 jumpSize=0.01 seed=2
import { strategy, ta } from "sixbtc";

const WAIT = 10;

function gapAt(c, i, atr) {
  const size = c.open[i] - c.close[i - 1];
  return Math.abs(size) > 0.35 * atr[i - 1] ? Math.sign(size) : 0;
}

export default strategy({
  name: "Strategy_REV_E0239",
  timeframe: "30m",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const atr = ta.atr(c, 14);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 20; i < c.length - WAIT; i++) {
      const side = gapAt(c, i, atr);
      if (side === 0) continue;
      for (let k = i; k < i + WAIT; k++) {
        const filled = side > 0 ? c.low[k] <= c.close[i - 1] : c.high[k] >= c.close[i - 1];
        if (!filled) continue;
        if (side > 0 && c.close[k] > c.close[i - 1]) enterLong[k] = 1;
        if (side < 0 && c.close[k] < c.close[i - 1]) enterShort[k] = 1;
        break;
      }
    }
    return { enterLong, enterShort };
  },
});
