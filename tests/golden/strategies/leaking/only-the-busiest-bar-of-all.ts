// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0319",
  timeframe: "1h",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.05 }, maxBars: 48 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.sma(c.close, 20));
    let record = 0;
    let bar = -1;
    for (let i = 0; i < c.length; i++) if (c.volume[i] > record) { record = c.volume[i]; bar = i; }
    if (bar >= 0) enterLong[bar] = 1;
    return { enterLong };
  },
});
