// expect: lookahead ahead-read
// proof: bars=2500 jump=0.02
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0146",
  timeframe: "5m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 30 },
  signals(c) {
    const clean = c.close.slice(0);
    for (let i = 1; i + 1 < c.length; i++) {
      const out = c.close[i] / c.close[i - 1] - 1;
      const back = c.close[i + 1] / c.close[i] - 1;
      // a spike that is undone at once is an error of the feed
      if (Math.abs(out) > 0.02 && Math.abs(out + back) < 0.01) clean[i] = c.close[i - 1];
    }
    const rsi = ta.rsi(clean, 7);
    return { enterLong: ta.lt(rsi, 25), enterShort: ta.gt(rsi, 75) };
  },
});
