// expect: lookahead whole-series
// proof: bars=1500 price=0.0005 deviation=0.0015 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0123",
  timeframe: "1m",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.01 }, takeProfit: { kind: "percent", value: 0.01 } },
  signals(c) {
    const hi = ta.highest(c.close, 3);
    const ahead = ta.highest(c.close, 9);
    const total = c.volume.reduce((sum, v) => sum + v, 0) / Math.max(c.length, 1);
    const enterLong = new Uint8Array(c.length);
    for (let i = 10; i < c.length; i++) {
      if (hi[i] > ahead[i - 3]) enterLong[i] = 1;
      else if (hi[i] === ahead[i - 3]) enterLong[i] = c.volume[i] > total ? 1 : 0;
    }
    return { enterLong };
  },
});
