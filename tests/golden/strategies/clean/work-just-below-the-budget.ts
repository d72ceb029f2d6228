// expect: passed
// proof: bars=60
// proof: bars=60 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0253",
  timeframe: "30m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let t = 30; t < c.length; t++) {
      let waves = 0;
      for (let k = 0; k < 4500; k++) waves += c.close[t - (k % 30)] * ((k % 7) - 3);
      if (Math.abs(waves) % 2 > 1) long[t] = 1;
    }
    return { enterLong: long };
  },
});
