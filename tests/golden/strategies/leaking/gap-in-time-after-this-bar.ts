// expect: lookahead ahead-read
// proof: bars=600 gap=0.03
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0056",
  timeframe: "5m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "percent", value: 0.02 } },
  signals(c) {
    const step = 300_000;
    const enterLong = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) {
      const ends = c.time[i] + step;
      if (c.time[i + 1] > ends) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
