// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0113",
  timeframe: "30m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const best = [];
    for (let i = 0; i < c.length; i++) {
      const row = new Float64Array(3);
      for (let s = 0; s < 3; s++) {
        const earlier = best[i - 1] ?? [0, -1e9, -1e9];
        const gain = i > 0 ? Math.log(c.close[i] / c.close[i - 1]) : 0;
        row[s] = Math.max(earlier[s] + (s === 1 ? gain : 0), s > 0 ? earlier[s - 1] - 0.002 : -1e9);
      }
      best[i] = row;
    }
    const long = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) if (best[i][1] > best[i][0] + 0.05 && best[i][1] > best[i][2]) long[i] = 1;
    return { enterLong: long };
  },
});
