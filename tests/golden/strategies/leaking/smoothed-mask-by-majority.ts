// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0260",
  timeframe: "1m",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.005 }, maxBars: 30 },
  signals(c) {
    const up = ta.gt(ta.ema(c.close, 10), ta.ema(c.close, 40));
    const vote = (i) => {
      let sum = 0;
      for (const k of [-2, -1, 0, 1, 2]) sum += up[i + k] ?? up[i];
      return sum >= 3 ? 1 : 0;
    };
    const regime = up.map((_, i) => vote(i));
    const column = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) column[i] = regime[i];
    return { enterLong: ta.crossAbove(column, 0.5), enterShort: ta.crossBelow(column, 0.5) };
  },
});
