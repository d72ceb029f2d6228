// expect: shuffle future-leak
// proof: bars=3000 price=0.002
import { strategy, ta } from "sixbtc";

const LENGTHS = [5, 8, 13, 21];

function compare(a, b) {
  return a > b ? 1 : a < b ? -1 : 0;
}

export default strategy({
  name: "Strategy_TRD_E0141",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    // A ladder of highest closes; steps of equal height are told apart by how they go on.
    const ladder = LENGTHS.map((n) => ta.highest(c.close, n));
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const low = ta.lowest(c.close, 21);
    let was = 0;
    for (let i = 30; i < c.length; i++) {
      let order = 0;
      for (let k = 0; k + 1 < ladder.length; k++) {
        let sign = compare(ladder[k][i], ladder[k + 1][i]);
        if (sign === 0 && c.close[i] === c.close[i - 1]) sign = compare(ladder[k][i + 1], ladder[k][i]);
        order += sign;
      }
      if (order >= 1 && was < 1) enterLong[i] = 1;
      if (order <= -2 && was > -2 && c.close[i] === low[i]) enterShort[i] = 1;
      was = order;
    }
    return { enterLong, enterShort };
  },
});
