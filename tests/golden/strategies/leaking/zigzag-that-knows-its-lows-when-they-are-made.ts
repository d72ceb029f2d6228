// expect: shuffle future-leak
// proof: bars=900
import { strategy } from "sixbtc";

function turns(c, share) {
  const found = [];
  let direction = 1;
  let extreme = 0;
  for (let i = 1; i < c.length; i++) {
    if (direction > 0) {
      if (c.high[i] >= c.high[extreme]) {
        extreme = i;
      } else if (c.low[i] < c.high[extreme] * (1 - share)) {
        found.push({ kind: "high", bar: extreme, known: i, price: c.high[extreme] });
        direction = -1;
        extreme = i;
      }
    } else if (c.low[i] <= c.low[extreme]) {
      extreme = i;
    } else if (c.high[i] > c.low[extreme] * (1 + share)) {
      found.push({ kind: "low", bar: extreme, known: extreme, price: c.low[extreme] });
      direction = 1;
      extreme = i;
    }
  }
  return found;
}

export default strategy({
  name: "Strategy_REV_E0011",
  timeframe: "15m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const found = turns(c, 0.02);
    for (let k = 2; k < found.length; k++) {
      const { kind, known, price } = found[k];
      const before = found[k - 2];
      // A higher low or a lower high than the last of its kind.
      if (kind === "low" && price > before.price) enterLong[known] = 1;
      if (kind === "high" && price < before.price) enterShort[known] = 1;
    }
    return { enterLong, enterShort };
  },
});
