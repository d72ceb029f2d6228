// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0252",
  timeframe: "15m",
  direction: "short",
  warmup: 40,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const short = new Uint8Array(c.length);
    for (let i = 40; i < c.length; i++) {
      if (c.close[i - 0] >= 0) {
      if (c.close[i - 1] >= 0) {
      if (c.close[i - 2] >= 0) {
      if (c.close[i - 3] >= 0) {
      if (c.close[i - 4] >= 0) {
      if (c.close[i - 5] >= 0) {
      if (c.close[i - 6] >= 0) {
      if (c.close[i - 7] >= 0) {
      if (c.close[i - 8] >= 0) {
      if (c.close[i - 9] >= 0) {
      if (c.close[i - 10] >= 0) {
      if (c.close[i - 11] >= 0) {
      if (c.close[i - 12] >= 0) {
      if (c.close[i - 13] >= 0) {
      if (c.close[i - 14] >= 0) {
      if (c.close[i - 15] >= 0) {
      if (c.close[i - 16] >= 0) {
      if (c.close[i - 17] >= 0) {
      if (c.close[i - 18] >= 0) {
      if (c.close[i - 19] >= 0) {
      if (c.close[i - 20] >= 0) {
      if (c.close[i - 21] >= 0) {
      if (c.close[i - 22] >= 0) {
      if (c.close[i - 23] >= 0) {
      if (c.close[i - 24] >= 0) {
      if (c.close[i - 25] >= 0) {
      if (c.close[i - 26] >= 0) {
      if (c.close[i - 27] >= 0) {
      if (c.close[i - 28] >= 0) {
      if (c.close[i - 29] >= 0) {
      if (c.close[i - 30] >= 0) {
      if (c.close[i - 31] >= 0) {
      if (c.close[i - 32] >= 0) {
      if (c.close[i - 33] >= 0) {
      if (c.close[i - 34] >= 0) {
      if (c.close[i - 35] >= 0) {
      if (c.close[i - 36] >= 0) {
      if (c.close[i - 37] >= 0) {
      if (c.close[i] > c.high[i - 3]) short[i] = 1;
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
      }
    }
    return { enterShort: short };
  },
});
