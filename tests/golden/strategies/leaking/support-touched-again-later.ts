// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0236",
  timeframe: "1h",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "swing", lookback: 10 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const levels = [];
    for (let i = 5; i < c.length; i++) {
      if (c.low[i - 2] < Math.min(c.low[i - 4], c.low[i - 3], c.low[i - 1], c.low[i])) levels.push({ price: c.low[i - 2], touches: 0 });
    }
    for (const level of levels) {
      level.touches = levels.filter((other) => Math.abs(other.price / level.price - 1) < 0.002).length;
    }
    const strong = levels.filter((level) => level.touches >= 3);
    const enterLong = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) {
      enterLong[i] = strong.some(({ price }) => Math.abs(c.low[i] / price - 1) < 0.001) ? 1 : 0;
    }
    return { enterLong };
  },
});
