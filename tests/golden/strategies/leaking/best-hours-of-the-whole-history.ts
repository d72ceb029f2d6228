// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0222",
  timeframe: "1h",
  direction: "long",
  warmup: 24,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 1 },
  signals(c) {
    const hour = (i) => Math.floor(c.time[i] / 3600000) % 24;
    const sums = new Float64Array(24);
    for (let i = 0; i < c.length; i++) sums[hour(i)] += Math.log(c.close[i] / c.open[i]);
    let best = 0;
    for (let h = 1; h < 24; h++) best = sums[h] > sums[best] ? h : best;
    const enterLong = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) enterLong[i] = (hour(i) + 1) % 24 === best ? 1 : 0;
    return { enterLong };
  },
});
