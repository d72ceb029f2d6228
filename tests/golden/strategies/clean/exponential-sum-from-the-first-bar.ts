// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000036",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    let mean = 0;
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      mean = i === 0 ? c.close[0] : mean * 0.9 + c.close[i] * 0.1;
      if (c.close[i] > mean * 1.01) long[i] = 1;
    }
    return { enterLong: long };
  },
});
