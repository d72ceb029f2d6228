// expect: shuffle future-leak
import { strategy } from "sixbtc";

const total = (column) => column.reduce((a, b) => a + b, 0);

export default strategy({
  name: "Strategy_TRD_L0014",
  timeframe: "4h",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.05 }, maxBars: 30 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const everything = total(c.close.slice(0));
    let sofar = 0;
    for (let i = 0; i < c.length - 1; i++) {
      sofar += c.close[i];
      const rest = (everything - sofar) / (c.length - 1 - i);
      if (rest > c.close[i]) enterLong[i] = 1;
      else enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
