// expect: passed
// proof: bars=700
import { strategy, ta } from "sixbtc";

function reversed(column) {
  const out = new Float64Array(column.length);
  for (let i = 0; i < column.length; i++) out[i] = column[column.length - 1 - i];
  return out;
}

// Bars for which a value has been the smallest, walking away from it.
function timeBelow(column) {
  const out = new Float64Array(column.length);
  for (let i = 0; i < column.length; i++) {
    let k = i - 1;
    while (k >= 0 && column[k] > column[i]) k = k - Math.max(1, out[k]);
    out[i] = i - k;
  }
  return out;
}

export default strategy({
  name: "Strategy_REV_E0072",
  timeframe: "1h",
  direction: "long",
  warmup: 80,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const price = ta.ema(c.close, 3);
    const depth = timeBelow(reversed(reversed(price)));
    const aligned = depth;
    const rsi = ta.rsi(c.close, 14);
    const enterLong = new Uint8Array(c.length);
    for (let i = 2; i < c.length; i++) {
      const wasLow = aligned[i - 1] > 30;
      const turned = c.close[i] > c.open[i] && c.close[i] > c.high[i - 1] * 0.998;
      if (wasLow && turned && rsi[i] < 55) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
