// expect: lookahead ahead-read
import { strategy } from "sixbtc";

const isFractal = (low: Float64Array, i: number): boolean =>
  low[i] < low[i - 1] && low[i] < low[i - 2] && low[i] < low[i + 1] && low[i] < low[i + 2];

export default strategy({
  name: "Strategy_REV_L0033",
  timeframe: "4h",
  direction: "long",
  warmup: 5,
  exits: { stop: { kind: "swing", lookback: 5 }, takeProfit: { kind: "riskReward", ratio: 3 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    for (let i = 5; i < c.length - 2; i++) enterLong[i] = isFractal(c.low, i) ? 1 : 0;
    return { enterLong };
  },
});
