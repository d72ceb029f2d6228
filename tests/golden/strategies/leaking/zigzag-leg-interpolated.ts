// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0032",
  timeframe: "30m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.025 }, maxBars: 50 },
  signals(c) {
    // Legs between turning points of two percent, drawn as straight lines.
    const line = new Float64Array(c.length).fill(NaN);
    const turns = [0];
    let candidate = 0;
    let up = true;
    for (let i = 1; i < c.length; i++) {
      const better = up ? c.close[i] >= c.close[candidate] : c.close[i] <= c.close[candidate];
      if (better) candidate = i;
      else if (Math.abs(c.close[i] / c.close[candidate] - 1) > 0.02) {
        turns.push(candidate);
        candidate = i;
        up = !up;
      }
    }
    for (let k = 1; k < turns.length; k++) {
      const a = turns[k - 1];
      const b = turns[k];
      for (let i = a; i <= b; i++) line[i] = c.close[a] + ((c.close[b] - c.close[a]) * (i - a)) / Math.max(b - a, 1);
    }
    return { enterLong: ta.and(ta.rising(line, 1), ta.lt(c.close, line)) };
  },
});
