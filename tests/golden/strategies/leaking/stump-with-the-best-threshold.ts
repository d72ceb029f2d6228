// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

const LEVELS = [20, 25, 30, 35, 40, 45];

export default strategy({
  name: "Strategy_REV_L0228",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 8 },
  signals(c) {
    const rsi = ta.rsi(c.close, 14);
    const after = (i) => c.close[Math.min(i + 8, c.length - 1)] - c.close[i];
    const gains = LEVELS.map((level) => {
      let gain = 0;
      for (let i = 20; i < c.length; i++) if (rsi[i] < level && rsi[i - 1] >= level) gain += after(i);
      return gain;
    });
    const best = gains.indexOf(Math.max(...gains));
    return { enterLong: ta.crossBelow(rsi, LEVELS[best]) };
  },
});
