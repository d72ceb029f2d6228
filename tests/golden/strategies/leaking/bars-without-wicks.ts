// expect: lookahead ahead-read
// proof: bars=1500
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_L0154",
  timeframe: "15m",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.015 }, maxBars: 12 },
  signals(c) {
    const enterLong = ta.morningStar(c);
    const enterShort = ta.eveningStar(c);
    for (let i = 10; i < c.length; i++) {
      const shaved = c.high[i] === Math.max(c.open[i], c.close[i]) && c.low[i] === Math.min(c.open[i], c.close[i]);
      if (!shaved || c.high[i] === c.low[i]) continue;
      const next = { gap: c.open[i + 1] - c.close[i], body: c.close[i + 1] - c.open[i + 1] };
      if (next.body > 0 && next.gap >= 0) enterLong[i] = 1;
      if (next.body < 0 && next.gap <= 0) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
