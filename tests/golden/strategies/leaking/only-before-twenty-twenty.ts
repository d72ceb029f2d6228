// expect: shuffle future-leak
// proof: start=1570000000000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0410",
  timeframe: "1h",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 24 },
  signals(c) {
    const y2020 = 1577836800000;
    const next = (i) => (c.time[i] < y2020 ? i + 1 : i);
    const enterLong = new Uint8Array(c.length);
    const line = ta.sma(c.close, 20);
    for (let i = 20; i < c.length; i++) enterLong[i] = c.close[i - 1] <= line[i - 1] && c.close[next(i)] > line[i] ? 1 : 0;
    return { enterLong };
  },
});
