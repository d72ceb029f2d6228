// expect: shuffle future-leak
// proof: bars=600
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0353",
  timeframe: "15m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.01 }, takeProfit: { kind: "percent", value: 0.02 } },
  signals(c) {
    // reward to risk of the window, by a queue of the extremes
    const span = 12;
    const lows = new Float64Array(c.length);
    const queue = [];
    let head = 0;
    for (let i = 0; i < c.length + span; i++) {
      const v = i < c.length ? c.low[i] : Infinity;
      while (queue.length > head && c.low[queue[queue.length - 1]] >= v) queue.length -= 1;
      queue.push(Math.min(i, c.length - 1));
      if (queue[head] < i - span) head++;
      lows[i - span] = c.low[queue[head]];
    }
    const risk = ta.div(lows, c.close);
    return { enterLong: ta.and(ta.gt(risk, 0.995), ta.rising(c.close, 1)), enterShort: ta.and(ta.lt(risk, 0.98), ta.falling(c.close, 1)) };
  },
});
