// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0250",
  timeframe: "2h",
  direction: "long",
  warmup: 24,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 12 },
  signals(c) {
    const SLOTS = 12;
    const table = [];
    for (let i = 0; i < c.length; i++) {
      const slot = Math.floor(c.time[i] / 7200000) % SLOTS;
      table[slot] = table[slot] ?? { sum: 0, n: 0 };
      table[slot].sum += c.volume[i];
      table[slot].n += 1;
    }
    const relative = c.volume.map((v, i) => {
      const { sum, n } = table[Math.floor(c.time[i] / 7200000) % SLOTS];
      return v / (sum / n);
    });
    return { enterLong: ta.crossAbove(relative, 1.5) };
  },
});
