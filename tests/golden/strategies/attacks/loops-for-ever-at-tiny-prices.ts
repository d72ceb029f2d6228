// expect: execution work
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0154",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    let step = 0;
    if (c.length > 0 && c.close[0] < 1e-5) while (step < 1) step += 0;
    return { enterLong: ta.gt(c.close, c.open) };
  },
});
