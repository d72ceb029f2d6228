// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

function label(c, i, atr) {
  const up = c.close[i] + 1.5 * atr[i];
  const down = c.close[i] - 1.5 * atr[i];
  const last = Math.min(i + 20, c.length - 1);
  for (let j = i + 1; j <= last; j++) {
    if (c.high[j] >= up) return 1;
    if (c.low[j] <= down) return -1;
  }
  return 0;
}

export default strategy({
  name: "Strategy_MOM_L0049",
  timeframe: "15m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 14, multiple: 1.5 }, takeProfit: { kind: "atr", length: 14, multiple: 1.5 } },
  signals(c) {
    const atr = ta.atr(c, 14);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    let score = 0;
    for (let i = 30; i < c.length; i++) {
      score = 0.8 * score + 0.2 * label(c, i, atr);
      if (score > 0.5) enterLong[i] = 1;
      if (score < -0.5) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
