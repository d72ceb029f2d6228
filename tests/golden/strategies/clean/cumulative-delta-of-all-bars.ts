// expect: passed
// proof: bars=400
// proof: bars=300 idle=0.3 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0154",
  timeframe: "5m",
  direction: "both",
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    let delta = 0;
    let peak = 0;
    let trough = 0;
    const masks = { enterLong: new Uint8Array(c.length), enterShort: new Uint8Array(c.length) };
    c.volume.map((volume, i) => {
      delta += c.close[i] >= c.open[i] ? volume : -volume;
      if (delta > peak) masks.enterLong[i] = 1;
      if (delta < trough) masks.enterShort[i] = 1;
      peak = Math.max(peak, delta);
      trough = Math.min(trough, delta);
      return delta;
    });
    return masks;
  },
});
