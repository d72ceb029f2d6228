// expect: shuffle future-leak
import { strategy } from "sixbtc";

function split(prefix, from, to, cuts, depth) {
  if (depth === 0 || to - from < 40) return;
  const mean = (a, b) => (prefix[b] - prefix[a]) / (b - a);
  let best = 0;
  let at = -1;
  for (let k = from + 10; k < to - 10; k++) {
    const gain = ((k - from) * (to - k) * (mean(from, k) - mean(k, to)) ** 2) / (to - from);
    if (gain > best) { best = gain; at = k; }
  }
  if (at < 0) return;
  split(prefix, from, at, cuts, depth - 1);
  cuts.push({ at, rises: mean(at, to) > mean(from, at) });
  split(prefix, at, to, cuts, depth - 1);
}

export default strategy({
  name: "Strategy_TRD_L0235",
  timeframe: "4h",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "percent", value: 0.06 }, maxBars: 50 },
  signals(c) {
    const prefix = new Float64Array(c.length + 1);
    for (let i = 0; i < c.length; i++) prefix[i + 1] = prefix[i] + Math.log(c.close[i]);
    const cuts = [];
    split(prefix, 0, c.length, cuts, 5);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (const { at, rises } of cuts) (rises ? enterLong : enterShort)[at] = 1;
    return { enterLong, enterShort };
  },
});
