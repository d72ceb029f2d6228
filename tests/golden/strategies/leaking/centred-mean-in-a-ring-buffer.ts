// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

const SIZE = 9;

export default strategy({
  name: "Strategy_REV_L0001",
  timeframe: "5m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.015 }, takeProfit: { kind: "percent", value: 0.02 } },
  signals(c) {
    const ring = new Float64Array(SIZE);
    const smooth = new Float64Array(c.length).fill(NaN);
    let sum = 0;
    for (let i = 0; i < c.length; i++) {
      sum += c.close[i] - ring[i % SIZE];
      ring[i % SIZE] = c.close[i];
      // the mean belongs to the middle of the buffer
      if (i >= SIZE - 1) smooth[i - (SIZE >> 1)] = sum / SIZE;
    }
    return { enterLong: ta.crossAbove(c.close, smooth) };
  },
});
