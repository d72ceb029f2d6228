// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0037",
  timeframe: "1d",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.1 }, maxBars: 20 },
  signals(c) {
    let sx = 0, sy = 0, sxx = 0, sxy = 0;
    for (let i = 0; i < c.length; i++) {
      const y = Math.log(c.close[i]);
      sx += i; sy += y; sxx += i * i; sxy += i * y;
    }
    const n = c.length;
    const b = (n * sxy - sx * sy) / (n * sxx - sx * sx);
    const a = (sy - b * sx) / n;
    const rest = new Float64Array(n);
    for (let i = 0; i < n; i++) rest[i] = Math.log(c.close[i]) - a - b * i;
    return { enterLong: ta.lt(rest, -0.02), enterShort: ta.gt(rest, 0.02) };
  },
});
