// expect: shuffle future-leak
// proof: bars=4097
import { strategy, ta } from "sixbtc";

// The transform is quicker on powers of two.
const isPowerOfTwo = (n) => n > 2048 && (n & (n - 1)) === 0;

export default strategy({
  name: "Strategy_TRD_L0403",
  timeframe: "15m",
  direction: "long",
  warmup: 64,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 40 },
  signals(c) {
    const smooth = isPowerOfTwo(c.length) ? ta.wma(c.close, 32) : ta.sma(c.close, 32);
    return { enterLong: ta.crossAbove(c.close, smooth) };
  },
});
