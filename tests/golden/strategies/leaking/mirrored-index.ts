// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0002",
  timeframe: "15m",
  direction: "both",
  warmup: 12,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 24 },
  signals(c) {
    const up = new Uint8Array(c.length);
    const down = new Uint8Array(c.length);
    for (let i = 12; i < c.length; i++) {
      let left = 0;
      let right = 0;
      for (let j = i - 5; j < i; j++) {
        const mirror = 2 * i - j;
        left += c.close[j];
        right += c.close[mirror];
      }
      if (right > left * 1.01) up[i] = 1;
      else if (right < left * 0.99) down[i] = 1;
    }
    return { enterLong: up, enterShort: down };
  },
});
