// expect: passed
import { strategy } from "sixbtc";

function median(values) {
  const sorted = [];
  for (const value of values) {
    sorted.push(value);
    for (let k = sorted.length - 1; k > 0 && sorted[k] < sorted[k - 1]; k--) {
      const smaller = sorted[k];
      sorted[k] = sorted[k - 1];
      sorted[k - 1] = smaller;
    }
  }
  return sorted[Math.floor(sorted.length / 2)];
}

export default strategy({
  name: "Strategy_REV_C0009",
  timeframe: "30m",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const centred = new Float64Array(c.length);
    for (let i = 3; i < c.length - 3; i++) centred[i] = median(c.close.slice(i - 3, i + 4));
    const long = new Uint8Array(c.length);
    for (let i = 6; i < c.length; i++) if (c.close[i] < centred[i - 3] * 0.985) long[i] = 1;
    return { enterLong: long };
  },
});
