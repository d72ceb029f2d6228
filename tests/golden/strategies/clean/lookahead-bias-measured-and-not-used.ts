// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0257",
  timeframe: "30m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const correlation = (a, b, lag) => {
      let sum = 0;
      for (let i = 0; i < a.length; i++) sum += (a[i] || 0) * (b[i + lag] || 0);
      return sum;
    };
    const change = ta.pctChange(c.close, 1);
    const curve = [];
    for (let lag = -5; lag <= 5; lag++) curve.push(correlation(change, change, lag));
    const centre = curve.indexOf(Math.max(...curve));
    const length = centre >= -1 ? 12 : 5;
    return { enterLong: ta.crossAbove(c.close, ta.vwma(c, length)), enterShort: ta.crossBelow(c.close, ta.vwma(c, length)) };
  },
});
