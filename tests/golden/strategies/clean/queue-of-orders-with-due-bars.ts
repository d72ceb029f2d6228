// expect: passed
// proof: bars=400
// proof: bars=300 jump=0.03 seed=4
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0037",
  timeframe: "1h",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const orders = [];
    for (let i = 1; i < c.length; i++) {
      const move = c.close[i] / c.close[i - 1] - 1;
      if (Math.abs(move) > 0.02) orders.push({ due: i + 2 + (i % 3), side: move < 0 ? "buy" : "sell" });
    }
    const masks = { enterLong: new Uint8Array(c.length), enterShort: new Uint8Array(c.length) };
    for (const { due, side } of orders) {
      if (due >= c.length) continue;
      if (side === "buy") masks.enterLong[due] = 1;
      else masks.enterShort[due] = 1;
    }
    return masks;
  },
});
