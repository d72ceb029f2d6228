// expect: lookahead ahead-read
// proof: bars=300 gap=0.05 start=1709200000000
import { strategy, ta } from "sixbtc";

// Time only: is the next bar in another session than this one?
const sessionOf = (t) => Math.floor((t / 3600000) % 24 / 8);

export default strategy({
  name: "Strategy_TRD_L0219",
  timeframe: "1h",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 8 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const { time } = c;
    for (let i = 20; i < c.length; i++) {
      if (sessionOf(time[i + 1]) !== sessionOf(time[i]) && c.close[i] > c.open[i]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
