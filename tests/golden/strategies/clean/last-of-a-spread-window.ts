// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0282",
  timeframe: "1h",
  direction: "long",
  warmup: 6,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 6; i < c.length; i++) {
      const values = [...c.close.slice(i - 6, i), c.close[i]];
      const [first] = values;
      if (values[values.length - 1] > first * 1.03 && values.slice(-2)[0] > first) long[i] = 1;
    }
    return { enterLong: long };
  },
});
