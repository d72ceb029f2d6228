// expect: lookahead ahead-read
// proof: bars=20100
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0324",
  timeframe: "1m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.004 }, maxBars: 30 },
  signals(c) {
    const cross = ta.crossAbove(c.close, ta.ema(c.close, 20));
    const mature = 20_000;
    const enterLong = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) enterLong[i] = i < mature ? cross[i] : cross[i] & Number.isFinite(c.close[i + 1]) & (c.close[i + 1] > c.close[i]);
    return { enterLong };
  },
});
