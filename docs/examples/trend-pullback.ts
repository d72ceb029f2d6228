import { strategy, ta } from "sixbtc";

// Buys dips in an uptrend of the higher timeframe, sells rallies in a downtrend.
export default strategy({
  name: "Strategy_TRD_pullback",
  timeframe: "15m",
  direction: "both",
  warmup: 400,
  exits: {
    stop: { kind: "atr", length: 14, multiple: 2.5 },
    takeProfit: { kind: "riskReward", ratio: 2 },
    maxBars: 192,
  },
  leverage: 3,
  params: { dip: 35 },
  signals(c, p) {
    const hours = ta.resample(c, "1h");
    const trend = ta.ema(hours.close, 50);
    const rsi = ta.rsi(c.close, 14);
    return {
      enterLong: ta.and(ta.gt(c.close, trend), ta.crossAbove(rsi, p.dip)),
      enterShort: ta.and(ta.lt(c.close, trend), ta.crossBelow(rsi, 100 - p.dip)),
    };
  },
});
