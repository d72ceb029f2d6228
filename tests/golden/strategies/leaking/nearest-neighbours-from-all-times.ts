// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0224",
  timeframe: "1h",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 12 },
  signals(c) {
    const rsi = ta.rsi(c.close, 14);
    const z = ta.zscore(c.close, 20);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const stride = Math.max(1, Math.floor(c.length / 400));
    for (let i = 30; i < c.length; i++) {
      let best = Infinity;
      let result = 0;
      // the most alike bar of the history, and what followed it
      for (let j = 30; j + 1 < c.length; j += stride) {
        if (Math.abs(i - j) < 5) continue;
        const d = ((rsi[i] - rsi[j]) / 50) ** 2 + (z[i] - z[j]) ** 2;
        if (d < best) { best = d; result = c.close[j + 1] - c.close[j]; }
      }
      if (result > 0) enterLong[i] = 1;
      if (result < 0) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
