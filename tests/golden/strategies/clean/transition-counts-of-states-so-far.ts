// expect: passed
// proof: bars=400
// proof: bars=300 seed=2 drift=0.001
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0172",
  timeframe: "1h",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const counts = new Float64Array(9);
    const stateOf = (i) => {
      const move = c.close[i] / c.close[i - 1] - 1;
      return move > 0.005 ? 2 : move < -0.005 ? 0 : 1;
    };
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 2; i < c.length; i++) {
      counts[stateOf(i - 1) * 3 + stateOf(i)]++;
      const row = stateOf(i) * 3;
      const all = counts[row] + counts[row + 1] + counts[row + 2];
      if (counts[row + 2] > 0.42 * all) long[i] = 1;
      if (counts[row] > 0.42 * all) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
