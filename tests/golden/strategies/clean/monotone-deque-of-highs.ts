// expect: passed
// proof: bars=400
// proof: bars=300 idle=0.3 seed=13
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0040",
  timeframe: "1h",
  direction: "both",
  warmup: 24,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const deque = new Float64Array(c.length);
    let front = 0;
    let back = 0;
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      while (front < back && c.high[deque[back - 1]] <= c.high[i]) back--;
      deque[back++] = i;
      while (deque[front] <= i - 24) front++;
      if (deque[front] === i && i >= 24) long[i] = 1;
      if (i - deque[front] === 23) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
