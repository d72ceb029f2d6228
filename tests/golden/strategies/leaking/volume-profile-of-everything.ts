// expect: shuffle future-leak
// proof: bars=1200 seed=3
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0045",
  timeframe: "5m",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.015 }, takeProfit: { kind: "percent", value: 0.02 } },
  signals(c) {
    // Point of control in log bins of 0.5 %
    const bins = new Float64Array(2048);
    const bin = (price) => Math.round(Math.log(price) / 0.005) & 2047;
    for (let i = 0; i < c.length; i++) bins[bin(c.close[i])] += c.volume[i];
    let poc = 0;
    for (let b = 0; b < bins.length; b++) if (bins[b] > bins[poc]) poc = b;
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 50; i < c.length; i++) {
      const here = bin(c.close[i]);
      if (here === poc - 1) enterLong[i] = 1;
      if (here === poc + 1) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
