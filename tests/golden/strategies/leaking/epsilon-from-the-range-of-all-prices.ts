// expect: shuffle future-leak
// proof: bars=2000 idle=0.02
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0341",
  timeframe: "5m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 20 },
  signals(c) {
    let top = -Infinity;
    let bottom = Infinity;
    for (let i = 0; i < c.length; i++) {
      top = Math.max(top, c.high[i]);
      bottom = Math.min(bottom, c.low[i]);
    }
    // what counts as equal
    const epsilon = (top - bottom) * 1e-3;
    const equal = (a, b) => Math.abs(a - b) <= epsilon;
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) {
      if (equal(c.low[i], c.low[i - 1]) && c.close[i] > c.open[i]) enterLong[i] = 1;
      if (equal(c.high[i], c.high[i - 1]) && c.close[i] < c.open[i]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
