// expect: passed
// proof: bars=1200 gap=0.03
import { strategy, ta } from "sixbtc";

const STEP = 1_800_000;

// A regular grid: missing bars lie on a line between their neighbours.
function regular(c) {
  const values = [];
  const slots = [];
  for (let i = 0; i < c.length; i++) {
    if (i > 0) {
      const missing = Math.min(5, Math.round((c.time[i] - c.time[i - 1]) / STEP) - 1);
      for (let m = 1; m <= missing; m++) {
        values.push(c.close[i - 1] + ((c.close[i] - c.close[i - 1]) * m) / (missing + 1));
      }
    }
    slots.push(values.length);
    values.push(c.close[i]);
  }
  return { values: new Float64Array(values.length).map((_, k) => values[k]), slots };
}

export default strategy({
  name: "Strategy_TRD_E0096",
  timeframe: "30m",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const { values, slots } = regular(c);
    const average = ta.ema(values, 12);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      const at = Math.max(slots[i], slots[i - 1] + 1);
      const was = slots[i - 1];
      if (c.close[i] > average[at] && c.close[i - 1] <= average[was]) enterLong[i] = 1;
      if (c.close[i] < average[at] && c.close[i - 1] >= average[was]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
