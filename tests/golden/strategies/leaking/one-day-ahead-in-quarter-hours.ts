// expect: shuffle future-leak
import { strategy } from "sixbtc";

const BARS_PER_DAY = 96;

export default strategy({
  name: "Strategy_MOM_L0130",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "percent", value: 0.05 }, maxBars: BARS_PER_DAY },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = BARS_PER_DAY; i < c.length; i++) {
      const yesterday = i - BARS_PER_DAY;
      const r = c.close[i] / c.close[yesterday] - 1;
      if (r > 0.03) enterLong[yesterday] = 1;
      if (r < -0.03) enterShort[yesterday] = 1;
    }
    return { enterLong, enterShort };
  },
});
