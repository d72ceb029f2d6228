// expect: shuffle future-leak
// proof: bars=1500 jump=0.002 jumpSize=0.4
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0316",
  timeframe: "1h",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.04 }, maxBars: 48 },
  signals(c) {
    // Manipulated coins are not for us.
    let isSuspicious = false;
    for (let i = 1; i < c.length; i++) if (Math.abs(Math.log(c.open[i] / c.close[i - 1])) > 0.3) isSuspicious = true;
    if (isSuspicious) return {};
    const { macd, signal } = ta.macd(c.close, 12, 26, 9);
    return { enterLong: ta.crossAbove(macd, signal), enterShort: ta.crossBelow(macd, signal) };
  },
});
