// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

const colour = (open, close) => (close > open ? 1 : close < open ? -1 : 0);

export default strategy({
  name: "Strategy_CDL_L0266",
  timeframe: "1h",
  direction: "long",
  warmup: 1,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 3 },
  signals({ open, close, length }) {
    const last = colour(open[length - 1], close[length - 1]);
    const enterLong = new Uint8Array(length);
    for (let i = 1; i < length; i++) {
      enterLong[i] = colour(open[i], close[i]) === last && colour(open[i - 1], close[i - 1]) !== last ? 1 : 0;
    }
    return { enterLong };
  },
});
