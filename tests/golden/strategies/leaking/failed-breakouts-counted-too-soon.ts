// expect: shuffle future-leak
// proof: bars=4000
import { strategy, ta } from "sixbtc";

const WAIT = 6;

function breakouts(c, top) {
  const list = [];
  for (let i = 1; i < c.length; i++) {
    if (c.high[i] > top[i - 1] && !(c.high[i - 1] > top[i - 2])) list.push({ bar: i, level: top[i - 1] });
  }
  return list;
}

export default strategy({
  name: "Strategy_REV_E0097",
  timeframe: "15m",
  direction: "short",
  warmup: 60,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    // Where breakouts have mostly failed, the next one is sold.
    const top = ta.donchian(c, 20).upper;
    const list = breakouts(c, top);
    const enterShort = new Uint8Array(c.length);
    for (let k = 4; k < list.length; k++) {
      const { bar, level } = list[k];
      let failed = 0;
      let judged = 0;
      for (let j = k - 4; j < k; j++) {
        const end = list[j].bar + WAIT;
        if (end - bar > 3) continue;
        judged++;
        if (c.close[Math.min(end, c.length - 1)] < list[j].level) failed++;
      }
      if (judged >= 2 && failed / judged >= 0.5 && c.close[bar] < level * 1.01) enterShort[bar] = 1;
    }
    return { enterShort };
  },
});
