// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0348",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 24 },
  signals(c) {
    const mask = ta.gt(c.close, ta.shift(ta.highest(c.high, 20), 1));
    const enterLong = new Uint8Array(c.length);
    // fills happen one bar later, so the signal has to be given one bar earlier
    mask.slice(1).map((bit, i) => (enterLong[i] = bit));
    return { enterLong };
  },
});
