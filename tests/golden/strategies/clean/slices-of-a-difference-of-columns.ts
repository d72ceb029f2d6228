// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0294",
  timeframe: "1h",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const spread = ta.sub(ta.ema(c.close, 8), ta.ema(c.close, 20)).slice();
    for (let i = 30; i < c.length; i++) {
      const [first, ...others] = spread.slice(i - 5, i + 1);
      const end = others[others.length - 1];
      if (first < 0 && end > 0 && others.filter((value) => value > 0).length === 1) long[i] = 1;
    }
    return { enterLong: long };
  },
});
