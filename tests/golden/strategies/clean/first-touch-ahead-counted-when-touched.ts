// expect: passed
// proof: bars=400
// proof: bars=300 jump=0.04 seed=6
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0024",
  timeframe: "30m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const touchedAt = new Float64Array(c.length).fill(Infinity);
    const won = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      for (let j = i + 1; j < Math.min(c.length, i + 200); j++) {
        const isWin = c.high[j] >= c.close[i] * 1.02;
        if (isWin || c.low[j] <= c.close[i] * 0.98) {
          touchedAt[i] = j;
          won[i] = isWin ? 1 : 0;
          break;
        }
      }
    }
    const long = new Uint8Array(c.length);
    for (let i = 30; i < c.length; i++) {
      let wins = 0;
      let ended = 0;
      for (let j = i - 30; j < i; j++) {
        if (touchedAt[j] > i) continue;
        ended++;
        wins += won[j];
      }
      if (ended > 8 && wins / ended > 0.65) long[i] = 1;
    }
    return { enterLong: long };
  },
});
