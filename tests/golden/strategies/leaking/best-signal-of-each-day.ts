// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

const DAY = 24 * 60 * 60 * 1000;

export default strategy({
  name: "Strategy_REV_L0029",
  timeframe: "1h",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 24 },
  signals(c) {
    const rsi = ta.rsi(c.close, 14);
    const candidates = ta.lt(rsi, 45);
    const enterLong = new Uint8Array(c.length);
    let day = -1;
    let best = -1;
    for (let i = 0; i < c.length; i++) {
      const today = Math.floor(c.time[i] / DAY);
      if (today !== day) {
        if (best >= 0) enterLong[best] = 1;
        day = today;
        best = -1;
      }
      if (candidates[i] && (best < 0 || rsi[i] < rsi[best])) best = i;
    }
    if (best >= 0) enterLong[best] = 1;
    return { enterLong };
  },
});
