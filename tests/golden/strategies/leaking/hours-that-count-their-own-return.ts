// expect: shuffle future-leak
// proof: bars=1400
import { strategy } from "sixbtc";

const SLOTS = 48;
const slotOf = (t) => Math.floor((t % 86_400_000) / 1_800_000);

function emptyTable() {
  const table = [];
  for (let s = 0; s < SLOTS; s++) table.push({ count: 0, sum: 0, square: 0 });
  return table;
}

function tStatistic({ count, sum, square }) {
  if (count < 5) return 0;
  const mean = sum / count;
  const variance = square / count - mean * mean;
  return variance > 0 ? (mean / Math.sqrt(variance)) * Math.sqrt(count) : 0;
}

export default strategy({
  name: "Strategy_REV_E0035",
  timeframe: "30m",
  direction: "both",
  warmup: 480,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    // What the slot after this bar has brought on the days so far.
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const table = emptyTable();
    const record = (i) => {
      const row = table[slotOf(c.time[i])];
      const change = Math.log(c.close[i] / c.open[i]);
      row.count++;
      row.sum += change;
      row.square += change * change;
    };
    for (let i = 0; i < c.length; i++) {
      if (i + 1 < c.length) record(i + 1);
      const slot = (slotOf(c.time[i]) + 1) % SLOTS;
      const t = tStatistic(table[slot]);
      if (t > 2) enterLong[i] = 1;
      if (t < -2) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
