// expect: lookahead ahead-read
// proof: bars=900 jump=0.03
import { strategy, ta } from "sixbtc";

// A made-up book: depth from volume, spread from how far opens stand from the closes before them.
function bookOf(c) {
  const bid = new Float64Array(c.length);
  const ask = new Float64Array(c.length);
  const average = ta.sma(c.volume, 30);
  for (let i = 1; i < c.length; i++) {
    const slip = Math.abs(c.open[i + 1] - c.close[i]);
    const range = c.high[i] - c.low[i];
    const place = range > 0 ? (c.close[i] - c.low[i]) / range : 0.5;
    const depth = average[i] > 0 ? c.volume[i] / average[i] : 1;
    const half = range > 0 && !Number.isNaN(slip) ? (0.2 * slip) / range : 0;
    bid[i] = depth * place;
    ask[i] = depth * (1 - place) - half;
  }
  return { bid, ask };
}

export default strategy({
  name: "Strategy_VOL_E0033",
  timeframe: "15m",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const { bid, ask } = bookOf(c);
    const imbalance = new Float64Array(c.length);
    for (let i = 1; i < c.length; i++) {
      const total = bid[i] + ask[i];
      imbalance[i] = total > 0 ? (bid[i] - ask[i]) / total : 0;
    }
    const pressure = ta.ema(imbalance, 8);
    const trend = ta.ema(c.close, 60);
    return {
      enterLong: ta.and(ta.crossAbove(pressure, 0.15), ta.gt(c.close, trend)),
      enterShort: ta.and(ta.crossBelow(pressure, -0.15), ta.lt(c.close, trend)),
    };
  },
});
