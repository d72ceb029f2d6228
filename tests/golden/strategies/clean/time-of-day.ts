// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000030",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const long = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      const hour = Math.floor(c.time[i] / 3600000) % 24;
      if (hour === 8 && c.close[i] > c.close[i - 1]) long[i] = 1;
    }
    return { enterLong: long };
  },
});
