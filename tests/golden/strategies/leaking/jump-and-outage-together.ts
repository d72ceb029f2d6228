// expect: shuffle future-leak
// proof: bars=3000 gap=0.05 jump=0.05
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0431",
  timeframe: "5m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 24 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.sma(c.close, 20));
    const enterShort = ta.crossBelow(c.close, ta.sma(c.close, 20));
    const isBreak = (i) => c.time[i] - c.time[i - 1] > 300000 && Math.abs(c.open[i] / c.close[i - 1] - 1) > 0.02;
    const settled = (i) => ta.mean(c.close.slice(i, i + 5), 5)[4];
    for (let i = 20; i < c.length; i++) {
      if (!isBreak(i)) continue;
      if (settled(i) > c.close[i]) enterLong[i] = 1;
      if (settled(i) < c.close[i]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
