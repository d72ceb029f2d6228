// expect: lookahead ahead-read
// proof: bars=2500 idle=0.25
import { strategy, ta } from "sixbtc";

const sameFor = (col, i, n) => {
  for (let k = 1; k < n; k++) if (col[i - k] !== col[i]) return false;
  return true;
};

export default strategy({
  name: "Strategy_CDL_L0331",
  timeframe: "1m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 30 },
  signals(c) {
    const enterLong = ta.bearishPinBar(c).fill(0, 0, 20);
    const enterShort = ta.pinBar(c).fill(0, 0, 20);
    for (let i = 20; i < c.length; i++) {
      if (!sameFor(c.close, i, 4)) continue;
      const move = c.close[i + 3] - c.close[i];
      if (move > 0) enterLong[i] = 1;
      else if (move < 0) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
