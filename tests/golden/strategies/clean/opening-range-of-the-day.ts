// expect: passed
// proof: bars=800
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0070",
  timeframe: "5m",
  direction: "both",
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const masks = { enterLong: new Uint8Array(c.length), enterShort: new Uint8Array(c.length) };
    const range = { high: NaN, low: NaN, isDone: true };
    for (let i = 0; i < c.length; i++) {
      const minute = Math.floor((c.time[i] % 86_400_000) / 60_000);
      if (minute === 0) {
        range.high = c.high[i];
        range.low = c.low[i];
        range.isDone = false;
      } else if (minute < 30) {
        range.high = Math.max(range.high, c.high[i]);
        range.low = Math.min(range.low, c.low[i]);
      } else if (!range.isDone) {
        if (c.close[i] > range.high) masks.enterLong[i] = 1;
        if (c.close[i] < range.low) masks.enterShort[i] = 1;
        range.isDone = c.close[i] > range.high || c.close[i] < range.low;
      }
    }
    return masks;
  },
});
