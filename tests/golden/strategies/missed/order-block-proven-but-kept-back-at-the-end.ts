// expect: passed
// proof: bars=4000
// proof: bars=4000 seed=2
// proof: bars=4000 seed=3
import { strategy, ta } from "sixbtc";

const PROOF = 3;

function blocksOf(c, atr) {
  const blocks = [];
  for (let i = 1; i + PROOF < c.length; i++) {
    if (c.close[i] >= c.open[i]) continue;
    for (let k = 1; k <= PROOF; k++) {
      const rise = c.close[i + k] - c.high[i];
      if (rise > 1.2 * atr[i]) {
        blocks.push({ low: c.low[i], high: c.high[i], since: i + k });
        break;
      }
    }
  }
  return blocks;
}

export default strategy({
  name: "Strategy_CDL_E0229",
  timeframe: "1h",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const atr = ta.atr(c, 14);
    const blocks = blocksOf(c, atr);
    for (const block of blocks) {
      let touched = false;
      for (let i = block.since + 1; i < Math.min(c.length, block.since + 40) && !touched; i++) {
        if (c.close[i] < block.low) break;
        if (c.low[i] <= block.high && c.close[i] > block.high) {
          touched = true;
          enterLong[i] = 1;
        }
      }
    }
    return { enterLong };
  },
});
