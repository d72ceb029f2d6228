// expect: shuffle future-leak
// proof: bars=2500
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_L0305",
  timeframe: "1h",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "swing", lookback: 4 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const coil = ta.heldFor(ta.insideBar(c), 3);
    const enterLong = ta.and(ta.outsideBar(c), ta.gt(c.close, c.open));
    const enterShort = ta.and(ta.outsideBar(c), ta.lt(c.close, c.open));
    coil.map((bit, i) => {
      if (bit) {
        const [mother, , , inner, out] = [-3, -2, -1, 0, 1].map((k) => c.close[i + k]);
        if (out > inner && out > mother) enterLong[i] = 1;
        if (out < inner && out < mother) enterShort[i] = 1;
      }
      return bit;
    });
    return { enterLong, enterShort };
  },
});
