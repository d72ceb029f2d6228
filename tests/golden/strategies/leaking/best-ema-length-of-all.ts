// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

function profit(c, line) {
  let held = 0;
  let sum = 0;
  for (let i = 1; i < c.length; i++) {
    sum += held * (c.close[i] - c.close[i - 1]);
    held = c.close[i] > line[i] ? 1 : 0;
  }
  return sum;
}

export default strategy({
  name: "Strategy_TRD_L0044",
  timeframe: "15m",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 200 },
  signals(c) {
    let best = ta.ema(c.close, 5);
    for (const length of [8, 13, 21, 34, 55]) {
      const line = ta.ema(c.close, length);
      if (profit(c, line) > profit(c, best)) best = line;
    }
    return { enterLong: ta.crossAbove(c.close, best), exitLong: ta.crossBelow(c.close, best) };
  },
});
