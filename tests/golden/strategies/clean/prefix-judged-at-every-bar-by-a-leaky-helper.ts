// expect: passed
// proof: bars=250
// proof: bars=200 seed=2
import { strategy } from "sixbtc";

function standsOut(column) {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const spread = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length);
  return column.map((value) => (value - mean) / spread);
}

export default strategy({
  name: "Strategy_TRD_C0258",
  timeframe: "2h",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let t = 40; t < c.length; t++) {
      const scores = standsOut(c.close.slice(t - 39, t + 1));
      if (scores[scores.length - 1] > 1.8 && scores[scores.length - 2] <= 1.8) long[t] = 1;
    }
    return { enterLong: long };
  },
});
