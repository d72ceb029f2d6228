// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0214",
  timeframe: "5m",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let from = 0, to = 10; to < c.length; from++, to++) {
      let inside = 0;
      for (let k = from; k < to; k++) if (c.close[to] > c.low[k] && c.close[to] < c.high[k]) inside++;
      if (inside === 0 && c.close[to] < c.close[from + 10 - 1]) long[to] = 1;
      if (inside === 0 && c.close[to] > c.close[from + 10 - 1]) short[to] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
