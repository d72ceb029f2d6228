// expect: shuffle future-leak
// proof: bars=1500 gap=0.01
import { strategy, ta } from "sixbtc";

const STEP = 900_000;

export default strategy({
  name: "Strategy_VOL_L0307",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 } , maxBars: 40 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.sma(c.close, 10));
    const contiguous = new Uint8Array(c.length).fill(1);
    // bars at the edges of an outage are not reliable
    for (let i = 1; i < c.length; i++) {
      if (c.time[i] - c.time[i - 1] > STEP) contiguous.fill(0, i - 5, i + 5);
    }
    return { enterLong: ta.and(enterLong, contiguous) };
  },
});
