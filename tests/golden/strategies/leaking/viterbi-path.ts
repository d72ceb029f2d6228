// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0233",
  timeframe: "1h",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 72 },
  params: { stay: 0.95, sd: 0.01 },
  signals(c, p) {
    const n = c.length;
    const mu = [0.002, -0.002];
    const from = [new Uint8Array(n), new Uint8Array(n)];
    let score = [0, 0];
    for (let i = 1; i < n; i++) {
      const r = Math.log(c.close[i] / c.close[i - 1]);
      const next = [0, 0];
      for (let s = 0; s < 2; s++) {
        const stay = score[s] + Math.log(p.stay);
        const move = score[1 - s] + Math.log(1 - p.stay);
        from[s][i] = stay >= move ? s : 1 - s;
        next[s] = Math.max(stay, move) - (r - mu[s]) ** 2 / (2 * p.sd ** 2);
      }
      score = next;
    }
    // the most likely sequence of regimes
    const path = new Uint8Array(n);
    let s = score[0] >= score[1] ? 0 : 1;
    for (let i = n - 1; i >= 0; i--) { path[i] = s; s = from[s][i]; }
    return { enterLong: path.map((v, i) => (v < path[i - 1] ? 1 : 0)), enterShort: path.map((v, i) => (v > path[i - 1] ? 1 : 0)) };
  },
});
