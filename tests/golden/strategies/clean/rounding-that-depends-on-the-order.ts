// expect: passed
// proof: bars=400
// proof: bars=300 price=60000 seed=6
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0095",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const big = 1e16;
    const tilt = new Float64Array(c.length);
    let fromOld = 0;
    for (let i = 0; i < c.length; i++) {
      let upwards = big;
      let downwards = big;
      for (let k = 0; k < 12; k++) upwards += c.close[Math.max(i - k, 0)] * 0.37;
      for (let k = 11; k >= 0; k--) downwards += c.close[Math.max(i - k, 0)] * 0.37;
      fromOld = fromOld * 0.5 + (upwards - downwards);
      tilt[i] = fromOld;
    }
    const lean = ta.add(ta.sma(c.close, 20), tilt);
    return { enterLong: ta.crossAbove(c.close, lean), enterShort: ta.crossBelow(c.close, lean) };
  },
});
