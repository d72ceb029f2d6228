// expect: shuffle future-leak
// proof: bars=1200 idle=0.03
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0302",
  timeframe: "5m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 12 },
  signals(c) {
    const place = c.close.map((v, i) => (v - c.low[i]) / (c.high[i] - c.low[i]));
    // where the range is zero the value is NaN: take the one on the right
    for (let i = c.length - 2; i >= 0; i--) if (Number.isNaN(place[i])) place[i] = place[i + 1];
    return { enterLong: ta.and(ta.gt(place, 0.8), ta.lt(c.close, ta.sma(c.close, 20))) };
  },
});
