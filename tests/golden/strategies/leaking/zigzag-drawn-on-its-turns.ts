// expect: shuffle future-leak
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0031",
  timeframe: "1h",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.025 }, takeProfit: { kind: "percent", value: 0.05 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    let dir = 1;
    let extreme = 0;
    for (let i = 1; i < c.length; i++) {
      if (dir > 0) {
        if (c.high[i] > c.high[extreme]) extreme = i;
        else if (c.low[i] < c.high[extreme] * 0.97) { enterShort[extreme] = 1; dir = -1; extreme = i; }
      } else {
        if (c.low[i] < c.low[extreme]) extreme = i;
        else if (c.high[i] > c.low[extreme] * 1.03) { enterLong[extreme] = 1; dir = 1; extreme = i; }
      }
    }
    return { enterLong, enterShort };
  },
});
