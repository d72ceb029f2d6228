// expect: passed
// proof: bars=400
// proof: bars=300 seed=2 volume=0.01
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0146",
  timeframe: "5m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    let size = 0;
    let filled = 0;
    let opened = NaN;
    for (let i = 0; i < c.length; i++) {
      if (i < 30) {
        size += c.volume[i] / 6;
        continue;
      }
      if (isNaN(opened)) opened = c.open[i];
      filled += c.volume[i];
      if (filled < size) continue;
      if (c.close[i] > opened * 1.01) long[i] = 1;
      if (c.close[i] < opened * 0.99) short[i] = 1;
      filled = 0;
      opened = NaN;
    }
    return { enterLong: long, enterShort: short };
  },
});
