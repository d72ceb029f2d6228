// expect: passed
// proof: bars=400 jump=0.05 jumpSize=0.2
// proof: bars=300 price=0.0004
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0020",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const top = c.high.reduce((most, price) => Math.max(most, price), 1e-9);
    const scale = 2 ** Math.ceil(Math.log2(top));
    const unit = c.close.map((price) => price / scale);
    const long = new Uint8Array(c.length);
    for (let i = 3; i < c.length; i++) {
      if (unit[i] > unit[i - 1] && unit[i - 1] > unit[i - 2] && unit[i - 2] > unit[i - 3]) long[i] = 1;
    }
    return { enterLong: long };
  },
});
