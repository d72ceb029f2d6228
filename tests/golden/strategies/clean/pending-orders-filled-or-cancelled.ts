// expect: passed
// proof: bars=400
// proof: bars=300 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0182",
  timeframe: "5m",
  direction: "both",
  warmup: 5,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    let pending = [];
    for (let i = 1; i < c.length; i++) {
      const open = pending.filter((order) => order.until >= i);
      const filled = open.filter((order) => (order.side > 0 ? c.high[i] > order.price : c.low[i] < order.price));
      for (const { side } of filled) {
        if (side > 0) long[i] = 1;
        else short[i] = 1;
      }
      pending = open.filter((order) => !filled.includes(order));
      if (c.high[i] < c.high[i - 1] && c.low[i] > c.low[i - 1]) {
        pending = [...pending, { side: 1, price: c.high[i], until: i + 6 }, { side: -1, price: c.low[i], until: i + 6 }];
      }
    }
    return { enterLong: long, enterShort: short };
  },
});
