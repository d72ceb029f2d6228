// expect: shuffle future-leak
// proof: bars=40050
import { strategy, ta } from "sixbtc";

const OLD = 40_000;
const pick = (col, i, k) => col[i + k];

export default strategy({
  name: "Strategy_MOM_L0402",
  timeframe: "5m",
  direction: "short",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 30 },
  signals(c) {
    const enterShort = ta.crossBelow(c.close, ta.ema(c.close, 20));
    for (let i = 20; i < c.length; i++) {
      const k = i > OLD ? 1 : 0;
      if (pick(c.close, i, k) < pick(c.close, i, k - 1) * 0.99) enterShort[i] = 1;
    }
    return { enterShort };
  },
});
