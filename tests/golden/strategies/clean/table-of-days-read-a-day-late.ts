// expect: passed
// proof: bars=500 gap=0.03
// proof: bars=400
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0022",
  timeframe: "1h",
  direction: "both",
  warmup: 48,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const DAY = 86400000;
    const first = Math.floor(c.time[0] / DAY);
    const days = c.length > 0 ? Math.floor(c.time[c.length - 1] / DAY) - first + 1 : 0;
    const highs = new Float64Array(days).fill(NaN);
    const lows = new Float64Array(days).fill(NaN);
    for (let i = 0; i < c.length; i++) {
      const day = Math.floor(c.time[i] / DAY) - first;
      if (!(highs[day] >= c.high[i])) highs[day] = c.high[i];
      if (!(lows[day] <= c.low[i])) lows[day] = c.low[i];
    }
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const yesterday = Math.floor(c.time[i] / DAY) - first - 1;
      if (c.close[i] > highs[yesterday]) long[i] = 1;
      if (c.close[i] < lows[yesterday]) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
