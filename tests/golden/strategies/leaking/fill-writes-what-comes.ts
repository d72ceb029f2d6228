// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0246",
  timeframe: "5m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 12 },
  signals(c) {
    const level = new Float64Array(c.length);
    let from = 0;
    for (let i = 1; i < c.length; i++) {
      // constant between two turns of the colour
      const turned = c.close[i] > c.open[i] !== c.close[i - 1] > c.open[i - 1];
      if (!turned) continue;
      level.fill(c.close[i - 1], from, i);
      from = i;
    }
    level.fill(c.close[c.length - 1], from);
    return { enterLong: ta.gt(level, ta.mul(c.close, 1.003)) };
  },
});
