// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0254",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 30 },
  signals(c) {
    const SIZE = 1024;
    const tree = new Float64Array(SIZE + 1);
    const r = ta.roc(c.close, 10);
    const key = (v) => Math.min(SIZE, Math.max(1, Math.round(512 + v * 50)));
    const add = (k) => { for (let j = k; j <= SIZE; j += j & -j) tree[j]++; };
    const below = (k) => {
      let sum = 0;
      for (let j = k; j > 0; j -= j & -j) sum += tree[j];
      return sum;
    };
    let known = 0;
    for (const v of r) if (v === v) { add(key(v)); known++; }
    const enterLong = new Uint8Array(c.length);
    for (let i = 30; i < c.length; i++) enterLong[i] = below(key(r[i])) < 0.1 * known ? 1 : 0;
    return { enterLong };
  },
});
