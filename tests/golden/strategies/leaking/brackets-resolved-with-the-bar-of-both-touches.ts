// expect: shuffle future-leak
// proof: bars=3000
import { strategy, ta } from "sixbtc";

// Inside bars bracket the next; when one bar touches both ends, the close after it decides.
function resolve(c, i, k) {
  const up = c.high[k] > c.high[i];
  const down = c.low[k] < c.low[i];
  if (up && down) return (c.close[k + 1] ?? c.close[k]) > c.close[k] ? 1 : -1;
  return up ? 1 : down ? -1 : 0;
}

export default strategy({
  name: "Strategy_CDL_E0153",
  timeframe: "1h",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const exitLong = new Uint8Array(c.length);
    const inside = ta.insideBar(c);
    const trend = ta.sma(c.close, 30);
    for (let i = 1; i < c.length; i++) {
      if (!inside[i]) continue;
      for (let k = i + 1; k < Math.min(c.length, i + 5); k++) {
        const side = resolve(c, i, k);
        if (side === 0) continue;
        if (side > 0 && c.close[k] > trend[k]) enterLong[k] = 1;
        if (side < 0) exitLong[k] = 1;
        break;
      }
    }
    return { enterLong, exitLong };
  },
});
