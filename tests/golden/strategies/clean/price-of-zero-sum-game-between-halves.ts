// expect: passed
import { strategy } from "sixbtc";

const halves = (values) => [values.slice(0, values.length / 2), values.slice(values.length / 2)];
const total = (values) => values.reduce((sum, value) => sum + value, 0);

export default strategy({
  name: "Strategy_REV_C0170",
  timeframe: "15m",
  direction: "both",
  warmup: 16,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 15; i < c.length; i++) {
      const [older, newer] = halves(c.close.slice(i - 15, i + 1));
      const tilt = total(newer) / total(older) - 1;
      if (tilt < -0.025) long[i] = 1;
      if (tilt > 0.025) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
