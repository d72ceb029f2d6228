// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0055",
  timeframe: "15m",
  direction: "long",
  warmup: 1,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const change = c.volume.map((volume, i, all) => volume - (all[i - 1] ?? volume));
    const isRise = change.map((value, i) => (value > 0 && c.close[i] > (c.close[i - 1] ?? Infinity) ? 1 : 0));
    const long = new Uint8Array(c.length);
    isRise.map((value, i) => (long[i] = value && (isRise[i - 1] ?? 0) ? 1 : 0));
    return { enterLong: long };
  },
});
