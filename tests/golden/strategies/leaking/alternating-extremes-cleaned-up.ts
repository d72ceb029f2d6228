// expect: shuffle future-leak
// proof: bars=600
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0350",
  timeframe: "2h",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.04 }, maxBars: 60 },
  signals(c) {
    // local extremes, confirmed two bars later; of several tops in a row only the highest is kept
    const points = [];
    for (let i = 4; i < c.length; i++) {
      const m = i - 2;
      const isTop = c.high[m] >= Math.max(c.high[m - 2], c.high[m - 1], c.high[m + 1], c.high[m + 2]);
      const isBottom = c.low[m] <= Math.min(c.low[m - 2], c.low[m - 1], c.low[m + 1], c.low[m + 2]);
      if (!isTop && !isBottom) continue;
      const point = { at: i, kind: isTop ? 1 : -1, price: isTop ? c.high[m] : c.low[m] };
      const last = points[points.length - 1];
      if (last && last.kind === point.kind) {
        if ((point.price - last.price) * point.kind > 0) points[points.length - 1] = point;
      } else points.push(point);
    }
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (const { at, kind } of points) (kind < 0 ? enterLong : enterShort)[at] = 1;
    return { enterLong, enterShort };
  },
});
