// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

const HOUR = 3600000;

function hourly(c) {
  const slots = [];
  const of = new Float64Array(c.length);
  let last = -1;
  for (let i = 0; i < c.length; i++) {
    const slot = Math.floor(c.time[i] / HOUR);
    if (slot !== last) {
      slots.push({ open: c.open[i], high: c.high[i], low: c.low[i], close: c.close[i] });
      last = slot;
    }
    const bar = slots[slots.length - 1];
    bar.high = Math.max(bar.high, c.high[i]);
    bar.low = Math.min(bar.low, c.low[i]);
    bar.close = c.close[i];
    of[i] = slots.length - 1;
  }
  return { slots, of };
}

export default strategy({
  name: "Strategy_TRD_L0030",
  timeframe: "15m",
  direction: "both",
  warmup: 8,
  exits: { stop: { kind: "percent", value: 0.015 }, maxBars: 8 },
  signals(c) {
    const { slots, of } = hourly(c);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 8; i < c.length; i++) {
      const bar = slots[of[i]];
      const body = bar.close - bar.open;
      const range = bar.high - bar.low;
      if (body > 0.6 * range) enterLong[i] = 1;
      if (body < -0.6 * range) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
