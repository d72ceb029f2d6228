// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0081",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const summary = { signals: 0, lastPrice: NaN, verdict: "" };
    for (let i = 3; i < c.length; i++) {
      if (c.close[i] < c.close[i - 3] * 0.98) {
        long[i] = 1;
        summary.signals++;
      }
      if (i === c.length - 1) {
        summary.lastPrice = c.close[i];
        summary.verdict = summary.signals > 10 ? "busy" : "calm";
      }
    }
    return { enterLong: long };
  },
});
