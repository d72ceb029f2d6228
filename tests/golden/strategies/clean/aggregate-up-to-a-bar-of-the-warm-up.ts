// expect: passed
// proof: bars=350
// proof: bars=300 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0272",
  timeframe: "30m",
  direction: "long",
  warmup: 150,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const training = c.volume.slice(0, 150);
    const top = Math.max(...training);
    const mean = training.reduce((sum, volume) => sum + volume, 0) / Math.min(150, c.length);
    const last = training[training.length - 1];
    return { enterLong: ta.gt(c.volume, Math.min(top, mean * 2 + last)) };
  },
});
