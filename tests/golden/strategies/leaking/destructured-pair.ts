// expect: shuffle future-leak
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0020",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 8 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const [now, then] = c.close.slice(i, i + 2);
      if (then > now) enterLong[i] = 1;
      if (then < now) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
