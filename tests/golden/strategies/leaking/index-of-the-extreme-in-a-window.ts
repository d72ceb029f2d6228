// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0017",
  timeframe: "1h",
  direction: "short",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 24 },
  signals(c) {
    const W = 11;
    const enterShort = new Uint8Array(c.length);
    for (let start = 0; start + W <= c.length; start++) {
      const window = c.high.slice(start, start + W);
      const top = window.reduce((a, b) => Math.max(a, b), 0);
      if (window.indexOf(top) === 5) enterShort[start + 5] = 1;
    }
    return { enterShort };
  },
});
