// expect: shuffle future-leak
// proof: bars=900
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0346",
  timeframe: "15m",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "percent", value: 0.02 } },
  params: { brick: 0.02 },
  signals(c, p) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    let base = { at: 0, price: c.close[0] };
    for (let i = 1; i < c.length; i++) {
      const move = c.close[i] / base.price - 1;
      if (Math.abs(move) < p.brick) continue;
      (move > 0 ? enterLong : enterShort)[base.at] = 1;
      base = { at: i, price: c.close[i] };
    }
    return { enterLong, enterShort };
  },
});
