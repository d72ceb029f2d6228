// expect: shuffle future-leak
// proof: bars=400 start=1711756800000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0412",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 24 },
  signals(c) {
    // London time: an hour is missing on these Sundays, so that one hour is looked up further on
    const changes = [1679792400000, 1711846800000, 1743296400000, 1774746000000];
    const offset = c.time.map((t) => (changes.some((at) => t >= at && t < at + 4 * 3600000) ? 4 : 0));
    const change = c.close.map((v, i) => (c.close[i + offset[i]] ?? v) / c.open[i] - 1);
    return { enterLong: ta.gt(change, 0.006) };
  },
});
