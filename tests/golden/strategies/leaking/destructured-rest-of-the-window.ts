// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_L0021",
  timeframe: "30m",
  direction: "long",
  warmup: 1,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "percent", value: 0.02 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      const [first, second, ...others] = [c.low[i - 1], c.low[i], ...c.low.slice(i + 1, i + 4)];
      const held = others.filter((low) => low > second);
      if (second < first && held.length === 3) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
