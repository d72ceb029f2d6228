// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0087",
  timeframe: "1h",
  direction: "long",
  warmup: 12,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const lagged = ta.shift(ta.sma(c.close, 3), 9);
    const led = new Float64Array(c.length);
    for (let i = 0; i + 4 < c.length; i++) led[i] = lagged[i + 4];
    const ledAgain = new Float64Array(c.length);
    for (let i = 0; i + 5 < c.length; i++) ledAgain[i] = led[i + 5];
    const again = ta.shift(ledAgain, 9);
    return { enterLong: ta.gt(ta.div(c.close, again), 1.03) };
  },
});
