// expect: shuffle future-leak
// proof: bars=600
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0349",
  timeframe: "1h",
  direction: "long",
  warmup: 24,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 24 },
  signals(c) {
    const rows = [];
    for (let r = 0; r * 24 < c.length; r++) rows.push(c.close.slice(r * 24, r * 24 + 24));
    const enterLong = new Uint8Array(c.length);
    rows.map((row, r) => {
      const mean = row.reduce((a, b) => a + b, 0) / row.length;
      row.map((v, h) => {
        // cheaper than its day by one percent
        if (v < mean * 0.99) enterLong[r * 24 + h] = 1;
        return v;
      });
      return r;
    });
    return { enterLong };
  },
});
