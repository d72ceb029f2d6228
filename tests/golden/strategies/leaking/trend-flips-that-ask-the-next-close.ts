// expect: lookahead ahead-read
// proof: bars=2500
import { strategy, ta } from "sixbtc";

// A trailing band; to flip upwards the break must not be a one-bar affair.
function trail(c, atr, factor) {
  const side = new Float64Array(c.length);
  let band = NaN;
  let state = 1;
  for (let i = 1; i < c.length; i++) {
    const middle = (c.high[i] + c.low[i]) / 2;
    if (Number.isNaN(atr[i])) continue;
    if (Number.isNaN(band)) band = middle - factor * atr[i];
    if (state > 0) {
      band = Math.max(band, middle - factor * atr[i]);
      if (c.close[i] < band) {
        state = -1;
        band = middle + factor * atr[i];
      }
    } else {
      band = Math.min(band, middle + factor * atr[i]);
      const other = c.close[i + 1] ?? c.close[i];
      if (c.close[i] > band && other > band - atr[i]) {
        state = 1;
        band = middle - factor * atr[i];
      }
    }
    side[i] = state;
  }
  return side;
}

export default strategy({
  name: "Strategy_TRD_E0091",
  timeframe: "1h",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const side = trail(c, ta.atr(c, 10), 2);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      if (side[i] > 0 && side[i - 1] < 0) enterLong[i] = 1;
      if (side[i] < 0 && side[i - 1] > 0) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
