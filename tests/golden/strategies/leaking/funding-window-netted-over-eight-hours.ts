// expect: shuffle future-leak
// proof: bars=1200
import { strategy, ta } from "sixbtc";

const WINDOW = 8 * 3_600_000;

// What longs would have paid: a stand-in made of the premium of closes over their mean.
function paid(c) {
  const mean = ta.ema(c.close, 48);
  const premium = c.close.map((v, i) => v / mean[i] - 1);
  const totals = [];
  const of = new Float64Array(c.length);
  for (let i = 0; i < c.length; i++) {
    const id = Math.floor(c.time[i] / WINDOW);
    if (totals.length === 0 || totals[totals.length - 1].id !== id) totals.push({ id, sum: 0 });
    if (Number.isFinite(premium[i])) totals[totals.length - 1].sum += premium[i];
    of[i] = totals.length - 1;
  }
  return of.map((k) => totals[k].sum);
}

export default strategy({
  name: "Strategy_REV_E0149",
  timeframe: "1h",
  direction: "both",
  warmup: 48,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const cost = paid(c);
    const rsi = ta.rsi(c.close, 14);
    return {
      enterLong: ta.and(ta.lt(cost, -0.08), ta.lt(rsi, 40)),
      enterShort: ta.and(ta.gt(cost, 0.08), ta.gt(rsi, 60)),
    };
  },
});
