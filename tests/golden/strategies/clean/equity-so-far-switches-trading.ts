// expect: passed
// proof: bars=400
// proof: bars=300 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0129",
  timeframe: "30m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "swing", lookback: 20 } },
  signals(c) {
    const raw = ta.crossAbove(c.close, ta.ema(c.close, 15));
    const trades = [];
    let entry = NaN;
    for (let i = 1; i < c.length; i++) {
      if (isNaN(entry) && raw[i - 1]) entry = c.open[i];
      else if (c.close[i] < entry * 0.985 || c.close[i] > entry * 1.02) {
        trades.push({ closedAt: i, result: c.close[i] / entry - 1 });
        entry = NaN;
      }
    }
    const long = new Uint8Array(c.length);
    const exit = new Uint8Array(c.length);
    let equity = 0;
    let at = 0;
    for (let i = 0; i < c.length; i++) {
      while (at < trades.length && trades[at].closedAt <= i) equity += trades[at++].result;
      if (raw[i] && equity > -0.05) long[i] = 1;
      if (at > 0 && trades[at - 1].closedAt === i) exit[i] = 1;
    }
    return { enterLong: long, exitLong: exit };
  },
});
