// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0256",
  timeframe: "1h",
  direction: "short",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 24 },
  signals(c) {
    const distance = new Float64Array(c.length).fill(Infinity);
    const stack = new Float64Array(c.length);
    let top = 0;
    for (let i = 0; i < c.length; i++) {
      while (top > 0 && c.close[stack[top - 1]] < c.close[i]) {
        top--;
        distance[stack[top]] = i - stack[top];
      }
      stack[top++] = i;
    }
    return { enterShort: ta.and(ta.gt(c.close, ta.sma(c.close, 10)), ta.gt(distance, 12)) };
  },
});
