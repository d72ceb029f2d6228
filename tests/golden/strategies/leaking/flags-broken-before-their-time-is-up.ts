// expect: shuffle future-leak
// proof: bars=3000
// proof: bars=3000 seed=2
import { strategy, ta } from "sixbtc";

const POLE = 5;
const FLAG = 8;

export default strategy({
  name: "Strategy_CDL_E0237",
  timeframe: "1h",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const natr = ta.natr(c, 20);
    let i = 20;
    while (i + FLAG < c.length) {
      const pole = c.close[i] / c.close[i - POLE] - 1;
      if (!(pole > (2 * natr[i]) / 100)) {
        i++;
        continue;
      }
      const top = c.high[i];
      let end = i + FLAG;
      for (let k = i + 1; k <= i + FLAG; k++) {
        if (c.low[k] < c.close[i] - 0.6 * (c.close[i] - c.close[i - POLE])) {
          end = k;
          break;
        }
        if (k > i + 1 && c.close[k] > top) {
          enterLong[k] = 1;
          end = k;
          break;
        }
      }
      i = end + 1;
    }
    return { enterLong };
  },
});
