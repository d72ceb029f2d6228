// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0226",
  timeframe: "15m",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 4 },
  signals(c) {
    const f = ta.zscore(c.close, 20);
    const g = ta.div(ta.sub(ta.rsi(c.close, 14), 50), 50);
    let ff = 0, fg = 0, gg = 0, fy = 0, gy = 0;
    for (let i = 40; i < c.length - 4; i++) {
      const y = c.close[i + 4] / c.close[i] - 1;
      ff += f[i] * f[i]; fg += f[i] * g[i]; gg += g[i] * g[i];
      fy += f[i] * y; gy += g[i] * y;
    }
    const det = ff * gg - fg * fg;
    const wf = (fy * gg - gy * fg) / det;
    const wg = (gy * ff - fy * fg) / det;
    const forecast = ta.add(ta.mul(f, wf), ta.mul(g, wg));
    return { enterLong: ta.gt(forecast, 0.001), enterShort: ta.lt(forecast, -0.001) };
  },
});
