// expect: shuffle future-leak
// proof: bars=60 seed=1
// proof: bars=60 seed=2
// proof: bars=60 seed=3
// proof: bars=60 seed=4
// proof: bars=60 seed=5
// proof: bars=60 seed=6
// proof: bars=60 seed=7
// proof: bars=60 seed=8
// proof: bars=60 seed=9
// proof: bars=60 seed=10
// proof: bars=60 seed=11
// proof: bars=60 seed=12
// proof: bars=60 seed=13
// proof: bars=60 seed=14
// proof: bars=60 seed=15
// proof: bars=60 seed=16
import { strategy, ta } from "sixbtc";

const SAMPLE = 50;

function unitOf(c) {
  const ranges = [];
  for (let i = 0; i < Math.min(SAMPLE, c.length); i++) ranges.push(c.high[i] - c.low[i]);
  return ranges.length > 0 ? ranges.reduce((a, v) => a + v, 0) / ranges.length : NaN;
}

export default strategy({
  name: "Strategy_TRD_E0205",
  timeframe: "30m",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const unit = unitOf(c);
    const mean = ta.ema(c.close, 20);
    const enterLong = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) {
      const off = (c.close[i] - mean[i]) / unit;
      const before = (c.close[i - 1] - mean[i - 1]) / unit;
      if (off > 0.3 && before <= 0.3) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
