// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

const MS_PER_DAY = 86_400_000;

export default strategy({
  name: "Strategy_REV_L0047",
  timeframe: "5m",
  direction: "both",
  warmup: 12,
  exits: { stop: { kind: "percent", value: 0.012 }, takeProfit: { kind: "percent", value: 0.012 } },
  signals(c) {
    const vwap = new Float64Array(c.length);
    let from = 0;
    while (from < c.length) {
      const day = Math.floor(c.time[from] / MS_PER_DAY);
      let to = from, pv = 0, v = 0;
      while (to < c.length && Math.floor(c.time[to] / MS_PER_DAY) === day) {
        pv += ((c.high[to] + c.low[to] + c.close[to]) / 3) * c.volume[to];
        v += c.volume[to];
        to++;
      }
      vwap.fill(v > 0 ? pv / v : NaN, from, to);
      from = to;
    }
    return { enterLong: ta.crossAbove(c.close, vwap), enterShort: ta.crossBelow(c.close, vwap) };
  },
});
