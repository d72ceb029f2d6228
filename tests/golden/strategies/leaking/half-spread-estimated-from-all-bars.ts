// expect: shuffle future-leak
// proof: bars=3000
import { strategy, ta } from "sixbtc";

// Roll's estimate: half the spread from how changes cancel each other.
function halfSpread(column) {
  let cov = 0;
  let n = 0;
  for (let i = 2; i < column.length; i++) {
    cov += Math.log(column[i] / column[i - 1]) * Math.log(column[i - 1] / column[i - 2]);
    n++;
  }
  return n > 0 ? Math.sqrt(Math.max(0, -cov / n)) : 0;
}

export default strategy({
  name: "Strategy_MOM_E0217",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const cost = Math.min(0.001, halfSpread(c.close));
    const roc = ta.pctChange(c.close, 6);
    const noise = ta.stddev(roc, 40);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 50; i < c.length; i++) {
      // A move must pay for its way in and out.
      const need = 1.6 * noise[i] + 2 * cost;
      if (roc[i] > need && roc[i - 1] <= need) enterLong[i] = 1;
      if (roc[i] < -need && roc[i - 1] >= -need) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
